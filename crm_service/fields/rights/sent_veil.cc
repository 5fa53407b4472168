#include "crm_service/fields/rights/sent_veil.h"

#include <algorithm>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "voronka/crm/v1/inquiry.pb.h"

namespace voronka::crm {
namespace {

// Of what is over the limit, a line each: `name: value`.
constexpr std::string_view kOverflow = "_more";

// Keys of fields are of ASCII letters, digits and `_`.
std::string Bare(std::string_view name) {
  std::string bare;
  for (const char c : name) {
    const bool is_capital = c >= 'A' && c <= 'Z';
    const bool is_sign = (c > ' ' && c < '0') || (c > '9' && c < 'A') || (c > 'Z' && c < 'a') || (c > 'z' && c <= '~');
    if (!is_sign && c != ' ') bare += is_capital ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return bare;
}

bool NamesHidden(const HiddenFields& hidden, std::string_view name) {
  const auto bare = Bare(name);
  return std::ranges::any_of(hidden, [&](const auto& of_entity) {
    return std::ranges::any_of(of_entity.second, [&](const std::string& key) { return Bare(key) == bare; });
  });
}

bool HasHiddenLine(const HiddenFields& hidden, const std::string& overflow) {
  std::istringstream lines(overflow);
  for (std::string line; std::getline(lines, line);) {
    if (NamesHidden(hidden, std::string_view(line).substr(0, line.find(':')))) return true;
  }
  return false;
}

}  // namespace

void HideInSent(const HiddenFields& hidden, google::protobuf::Message& message) {
  if (message.GetDescriptor() != v1::SentFields::descriptor()) return;
  auto& values = *static_cast<v1::SentFields&>(message).mutable_values();
  std::vector<std::string> gone;
  for (const auto& [name, value] : values) {
    const bool is_hidden = name == kOverflow ? HasHiddenLine(hidden, value) : NamesHidden(hidden, name);
    if (is_hidden) gone.push_back(name);
  }
  for (const auto& name : gone) values.erase(name);
}

}  // namespace voronka::crm
