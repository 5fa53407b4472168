#include "gateway/forms/urlencoded.h"

#include "gateway/dialects/percent_encoding.h"

namespace voronka::gateway {
namespace {

// Takes the part up to the separator off the front.
std::string_view TakePart(std::string_view& text, char separator) {
  const size_t end = text.find(separator);
  const auto part = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  return part;
}

std::string Decoded(std::string_view text) {
  std::string spaced(text);
  for (char& c : spaced) c = c == '+' ? ' ' : c;
  return PercentDecoded(spaced);
}

}  // namespace

FormFields ParseUrlencoded(std::string_view body) {
  FormFields fields;
  while (!body.empty()) {
    std::string_view value = TakePart(body, '&');
    if (value.empty()) continue;
    const auto name = TakePart(value, '=');
    fields.Add({.name = Decoded(name), .value = Decoded(value), .charset = {}});
  }
  return fields;
}

}  // namespace voronka::gateway
