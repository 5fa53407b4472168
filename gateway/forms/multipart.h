#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace voronka::gateway {

// A part of a body of the type multipart/form-data, as RFC 7578 has it.
struct FormPart {
  std::string name;
  // Of a file; its content is no text.
  std::optional<std::string> filename;
  // Empty: the part does not say.
  std::string charset;
  // In the body.
  std::string_view content;
};

// Strict: what is not exactly of the form is refused, since whoever reads it otherwise would see another form. Throws
// INVALID_ARGUMENT (MALFORMED_FORM).
std::vector<FormPart> ParseMultipart(std::string_view body, std::string_view boundary);

}  // namespace voronka::gateway
