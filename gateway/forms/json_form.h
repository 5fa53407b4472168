#pragma once

#include <string_view>

#include "gateway/forms/form_fields.h"

namespace voronka::gateway {

// Adds the fields of a form in JSON: a field of a nested object is named `a.b`, and each item of a list has the list's
// name. An item that says what its value is called (named_values.h) is a field of that name. Numbers stay as they were
// written; null is no value. A string that holds JSON is read as JSON. False: it is not JSON to its end; the fields
// before the error have been added.
bool ReadJsonForm(std::string_view body, FormFields& fields);

}  // namespace voronka::gateway
