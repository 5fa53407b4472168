#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace voronka::gateway {

// A part of a body of the type multipart/form-data, as RFC 7578 has it.
struct FormPart {
  // Empty: the part does not say.
  std::string name;
  // Of a file.
  std::optional<std::string> filename;
  // Empty: the part does not say.
  std::string charset;
  // Decoded by its content-transfer-encoding.
  std::string content;
};

// The parts between lines of the boundary, which may end by a line feed alone. What is before the first and after the
// last is ignored (RFC 2046), and the last may be missing: no client is lost to a badly written program. If the body
// has no such boundary, or `boundary` is empty, the first line that looks like a boundary is taken. Nothing: there is
// none.
std::optional<std::vector<FormPart>> ParseMultipart(std::string_view body, std::string_view boundary);

}  // namespace voronka::gateway
