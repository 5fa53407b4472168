#pragma once

#include <string_view>

#include "gateway/forms/form_fields.h"

namespace voronka::gateway {

// A body of the type application/x-www-form-urlencoded. Every text is one. Throws TOO_MANY_FIELDS.
FormFields ParseUrlencoded(std::string_view body);

}  // namespace voronka::gateway
