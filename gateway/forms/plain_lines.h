#pragma once

#include <string_view>

#include "gateway/forms/form_fields.h"

namespace voronka::gateway {

// A form of the type text/plain, as browsers send it: `name=value` in each line, nothing escaped. A line without the
// sign continues the value before. What is before the first name is the field `text`; empty fields are left out.
FormFields ParsePlainLines(std::string_view body);

}  // namespace voronka::gateway
