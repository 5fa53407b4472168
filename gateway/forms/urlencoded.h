#pragma once

#include <string_view>

#include "gateway/forms/form_fields.h"

namespace voronka::gateway {

// A body of the type application/x-www-form-urlencoded. Every text is one. `%u0418` is a character too: so wrote
// `escape()`, the script of old pages.
FormFields ParseUrlencoded(std::string_view body);

}  // namespace voronka::gateway
