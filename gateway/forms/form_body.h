#pragma once

#include <string_view>

#include "gateway/forms/form_fields.h"

namespace voronka::gateway {

// The fields of a form as a browser or a script sends it: urlencoded, multipart, JSON or lines of text, as the header
// `content-type` says, or, if that is absent or wrong, as the body looks. A body that is none of these is kept whole as
// the field `text`, so that no client is lost. A file becomes a value of its name and size; its content is not kept.
FormFields ReadFormBody(std::string_view content_type, std::string_view body);

}  // namespace voronka::gateway
