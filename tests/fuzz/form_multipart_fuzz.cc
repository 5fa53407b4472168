#include <algorithm>
#include <optional>

#include "gateway/forms/multipart.h"
#include "tests/fuzz/target.h"

namespace voronka::fuzz {
namespace {

using gateway::FormPart;
using Parts = std::vector<FormPart>;

std::string Quoted(const std::string& text) {
  std::string quoted;
  for (const char c : text) {
    if (c == '"') quoted += "%22";
    if (c == '\r') quoted += "%0D";
    if (c == '\n') quoted += "%0A";
    if (c == '\\') quoted += "\\\\";
    if (std::string_view("\"\r\n\\").find(c) == std::string_view::npos) quoted += c;
  }
  return "\"" + quoted + "\"";
}

// As a browser does.
std::string Written(const Parts& parts, const std::string& boundary) {
  std::string body;
  for (const auto& part : parts) {
    body += "--" + boundary + "\r\nContent-Disposition: form-data; name=" + Quoted(part.name);
    if (part.filename) body += "; filename=" + Quoted(*part.filename);
    if (!part.charset.empty()) body += "\r\nContent-Type: text/plain; charset=" + Quoted(part.charset);
    body += "\r\n\r\n" + part.content + "\r\n";
  }
  return body + "--" + boundary + "--\r\n";
}

bool AreSame(const FormPart& one, const FormPart& other) {
  return one.name == other.name && one.filename == other.filename && one.content == other.content;
}

// An encoded word may decode to another encoded word.
bool HasWord(const FormPart& part) {
  return part.name.find("=?") != std::string::npos || part.filename.value_or("").find("=?") != std::string::npos;
}

}  // namespace

// The boundary is the first line, the body follows.
void Check(const std::string& input) {
  const size_t line = input.find('\n');
  if (line == std::string::npos) return;
  const auto parts = gateway::ParseMultipart(input.substr(line + 1), input.substr(0, line));
  if (!parts || std::ranges::any_of(*parts, HasWord)) return;
  const std::string boundary = "a-line-that-no-input-has";
  if (input.find(boundary) != std::string::npos) return;
  const auto again = gateway::ParseMultipart(Written(*parts, boundary), boundary);
  Require(again && std::ranges::equal(*parts, *again, AreSame), "a form is read as a browser writes it");
}

}  // namespace voronka::fuzz
