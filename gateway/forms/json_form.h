#pragma once

#include <string_view>

#include "gateway/forms/form_fields.h"

namespace voronka::gateway {

// Adds the fields of a form in JSON: a field of an object in it is named `a.b`, each of a list has the list's name; in
// a list of `{"name": …, "value": …}`, as jQuery and others write forms, each is a field of that name. Numbers are as
// they were written; null is no value. A string that is JSON itself is read so. False where it is no JSON to its end:
// what stands before the mistake has been added.
bool ReadJsonForm(std::string_view body, FormFields& fields);

}  // namespace voronka::gateway
