#pragma once

#include <string>
#include <vector>

#include "gateway/forms/form_fields.h"
#include "voronka/crm/v1/form.pb.h"

namespace voronka::gateway {

// What was not taken as it was sent is told in the value of this name.
inline constexpr char kChangedName[] = "_changed";
// Fields beyond those that the service takes.
inline constexpr char kMoreName[] = "_more";

// The fields of a form as values that the service takes: an inquiry is not lost for a long text or a strange byte.
// Empty ones are left out. `locale`: of the words in `_changed`, `ru` or `en`.
std::vector<crm::v1::FormValue> AcceptableValues(const FormFields& fields, const std::string& locale);

}  // namespace voronka::gateway
