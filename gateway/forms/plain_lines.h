#pragma once

#include <string_view>

#include "gateway/forms/form_fields.h"

namespace voronka::gateway {

// A form of the type text/plain, as browsers send it: `name=value` in each line, nothing escaped; a line without the
// sign goes on with the value before. What stands before the first name is the field `text`; empty ones are left out.
FormFields ParsePlainLines(std::string_view body);

}  // namespace voronka::gateway
