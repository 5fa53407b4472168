#pragma once

#include <string_view>

#include "gateway/forms/form_fields.h"

namespace voronka::gateway {

// The fields of a form as a browser or a script sends it: urlencoded, multipart or JSON, as the header `content-type`
// says. Of a file its name and size are a value; its content is not kept. Throws INVALID_ARGUMENT with reason
// UNSUPPORTED_FORM_TYPE, MALFORMED_FORM, TOO_MANY_FIELDS.
FormFields ReadFormBody(std::string_view content_type, std::string_view body);

}  // namespace voronka::gateway
