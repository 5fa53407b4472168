#pragma once

#include <string_view>

#include "gateway/forms/form_fields.h"

namespace voronka::gateway {

// A form as a JSON object: a field of an object in it is named `a.b`, each of a list has the list's name. Numbers are
// as they were written; null is no value. Throws INVALID_ARGUMENT (MALFORMED_FORM, TOO_MANY_FIELDS).
FormFields ParseJsonForm(std::string_view body);

}  // namespace voronka::gateway
