#include "gateway/forms/plain_lines.h"

#include <utility>

namespace voronka::gateway {
namespace {

// Off the front, without its end.
std::string_view TakeLine(std::string_view& text) {
  const size_t end = text.find('\n');
  auto line = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

}  // namespace

FormFields ParsePlainLines(std::string_view body) {
  FormFields fields;
  // What stands before the first name.
  FormField field{.name = kTextName, .value = {}, .charset = {}};
  while (!body.empty()) {
    const auto line = TakeLine(body);
    const size_t sign = line.find('=');
    if (sign == std::string_view::npos) {
      field.value.append("\n").append(line);
      continue;
    }
    if (!field.value.empty()) fields.Add(std::move(field));
    field = {.name = std::string(line.substr(0, sign)), .value = std::string(line.substr(sign + 1)), .charset = {}};
  }
  if (!field.value.empty()) fields.Add(std::move(field));
  return fields;
}

}  // namespace voronka::gateway
