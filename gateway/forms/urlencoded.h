#pragma once

#include <string_view>

#include "gateway/forms/form_fields.h"

namespace voronka::gateway {

// A body of the type application/x-www-form-urlencoded. Accepts any text. `%u0418` is a character too, as `escape()` in
// the scripts of old pages writes it.
FormFields ParseUrlencoded(std::string_view body);

}  // namespace voronka::gateway
