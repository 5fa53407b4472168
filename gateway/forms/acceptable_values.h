#pragma once

#include <string>
#include <vector>

#include "gateway/forms/form_fields.h"
#include "voronka/crm/v1/form.pb.h"

namespace voronka::gateway {

// The value of this name says what was changed.
inline constexpr char kChangedName[] = "_changed";

// The fields of a form as values that the service takes: an inquiry is not lost for a long text or a strange byte.
// Empty ones are left out. If there are more fields than the service takes, the last are kept together in `_more`. If
// all together are too long, the longest are cut. A field that the sender calls `_changed` or `_more` is called
// `form._changed` or `form._more`. `locale`: of the words in `_changed`, `ru` or `en`.
std::vector<crm::v1::FormValue> AcceptableValues(const FormFields& fields, const std::string& locale);

}  // namespace voronka::gateway
