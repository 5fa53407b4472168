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

// A name of the form that networks give. Letters alone are as likely a first name, and two strangers called `Sergey`
// are not one client; a number is a phone. Whoever writes a mention means a name anyway.
bool IsBareName(const std::string& text) {
  constexpr size_t kShortest = 5;
  constexpr size_t kLongest = 64;
  static const RE2 mention("@.+");
  static const RE2 name("[A-Za-z]+[0-9_.-][A-Za-z0-9_.-]*");
  return RE2::FullMatch(text, mention) ||
         (text.size() >= kShortest && text.size() <= kLongest && RE2::FullMatch(text, name));
}

// `vk@firm.ru` is no account of VK.
bool IsEmail(const std::string& text) {
  static const RE2 email("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
  return RE2::FullMatch(text, email);
}

std::optional<ContactPoint> AccountIn(const std::string& item, const std::string& network) {
  const std::string plain = PlainText(item);
  if (plain.empty() || IsEmail(plain)) return std::nullopt;
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
