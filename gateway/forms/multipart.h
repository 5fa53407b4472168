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
  // As its content-transfer-encoding means it.
  std::string content;
};

// Whatever stands between lines that are the boundary, also where they end by a line feed alone; what stands before the
// first and behind the last is nobody's (RFC 2046), and the last need not be there: no client is lost for what a
// program writes badly. Where the body has no such boundary, or `boundary` is empty, it is what the first line says
// that looks like one. Nothing: none is there.
std::optional<std::vector<FormPart>> ParseMultipart(std::string_view body, std::string_view boundary);

}  // namespace voronka::gateway
