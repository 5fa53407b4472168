#include "gateway/forms/plain_lines.h"

#include <utility>

#include "gateway/forms/take_line.h"

namespace voronka::gateway {

FormFields ParsePlainLines(std::string_view body) {
  FormFields fields;
  // What is before the first name.
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
