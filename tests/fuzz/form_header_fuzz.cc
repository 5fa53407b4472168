#include "gateway/forms/header_value.h"
#include "tests/fuzz/target.h"

namespace voronka::fuzz {
namespace {

using gateway::HeaderValue;

std::string Quoted(const std::string& text) {
  std::string quoted = "\"";
  for (const char c : text) quoted += c == '"' || c == '\\' ? std::string("\\") + c : std::string(1, c);
  return quoted + '"';
}

std::string Spelled(const HeaderValue& header) {
  std::string text = header.value;
  for (const auto& [name, value] : header.parameters) text += ";" + name + "=" + Quoted(value);
  return text;
}

}  // namespace

void Check(const std::string& input) {
  const auto header = gateway::ParseHeaderValue(input);
  const auto again = gateway::ParseHeaderValue(Spelled(header));
  Require(again.value == header.value && again.parameters == header.parameters, "a header is read as it is spelled");
}

}  // namespace voronka::fuzz
