#include <fmt/format.h>

#include <algorithm>

#include "gateway/forms/urlencoded.h"
#include "tests/fuzz/target.h"

namespace voronka::fuzz {
namespace {

using gateway::FormField;

std::string Escaped(const std::string& text) {
  std::string escaped;
  for (const unsigned char byte : text) escaped += fmt::format("%{:02x}", byte);
  return escaped;
}

bool AreSame(const FormField& one, const FormField& other) {
  return one.name == other.name && one.value == other.value;
}

}  // namespace

void Check(const std::string& input) {
  const auto fields = gateway::ParseUrlencoded(input);
  if (fields.all().size() > gateway::FormFields::kMost) return;
  std::string written;
  for (const auto& field : fields.all()) written += Escaped(field.name) + "=" + Escaped(field.value) + "&";
  Require(std::ranges::equal(fields.all(), gateway::ParseUrlencoded(written).all(), AreSame),
          "a form is read as it is written");
}

}  // namespace voronka::fuzz
