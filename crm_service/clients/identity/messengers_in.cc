#include "crm_service/clients/identity/messengers_in.h"

#include <fmt/format.h>
#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "crm_service/clients/identity/messenger.h"
#include "crm_service/clients/identity/plain_text.h"

namespace voronka::crm {
namespace {

// Somebody who means accounts does not write more.
constexpr size_t kMostBytes = 1000;

constexpr auto kNobodysAccounts = std::to_array<std::string_view>(
    {"telegram", "whatsapp",  "instagram", "vkontakte", "viber", "messenger", "username", "nickname",
     "login",    "undefined", "none",      "nothing",   "same",  "test",      "phone",    "number",
     "feed",     "friends",   "groups",    "settings",  "mail",  "share",     "joinchat", "vk.com"});

// In whatever case: accounts of MAX keep theirs.
bool IsNobodys(const ContactPoint& point) {
  std::string account = point.value.substr(point.value.find(':') + 1);
  std::ranges::transform(account, account.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return std::ranges::find(kNobodysAccounts, account) != kNobodysAccounts.end();
}

// A name of the form that networks give, and no number: that is a phone. Whoever writes a mention means a name anyway.
bool IsBareName(const std::string& text) {
  static const RE2 name("@.+|[A-Za-z][A-Za-z0-9_.-]{4,63}");
  return RE2::FullMatch(text, name);
}

std::optional<ContactPoint> AccountIn(const std::string& item, const std::string& network) {
  const std::string plain = PlainText(item);
  if (plain.empty()) return std::nullopt;
  const bool is_bare = !network.empty() && IsBareName(plain);
  const bool may_be_of_network = is_bare || network == "whatsapp";
  auto point = may_be_of_network ? MessengerPoint(fmt::format("{}: {}", network, plain)) : std::nullopt;
  if (!point && !is_bare) point = MessengerPoint(plain);
  return point && !IsNobodys(*point) ? point : std::nullopt;
}

}  // namespace

std::vector<ContactPoint> MessengersIn(const std::string& text, const std::string& network) {
  std::vector<ContactPoint> found;
  if (text.size() > kMostBytes) return found;
  for (size_t begin = 0; begin <= text.size();) {
    const size_t end = std::min(text.find_first_of(",\n", begin), text.size());
    const auto point = AccountIn(text.substr(begin, end - begin), network);
    if (point && std::ranges::find(found, *point) == found.end()) found.push_back(*point);
    begin = end + 1;
  }
  return found;
}

}  // namespace voronka::crm
