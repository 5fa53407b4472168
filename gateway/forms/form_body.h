#pragma once

#include <string_view>

#include "gateway/forms/form_fields.h"

namespace voronka::gateway {

// The fields of a form as a browser or a script sends it: urlencoded, multipart, JSON or lines of text, as the header
// `content-type` says, or where that says nothing or something else, as it looks. What can be read as none of them is
// kept whole as the field `text`: a client who wrote is never lost. Of a file its name and size are a value; its
// content is not kept.
FormFields ReadFormBody(std::string_view content_type, std::string_view body);

}  // namespace voronka::gateway
