#include "crm_service/clients/identity/messenger.h"

#include <fmt/format.h>
#include <re2/re2.h>

#include <algorithm>
#include <memory>
#include <vector>

#include "crm_service/clients/identity/plain_text.h"

namespace voronka::crm {
namespace {

// What an account is called there.
enum class AccountForm { kName, kNameInItsCase, kPhone };

// As regular expressions.
struct NetworkForms {
  const char* key;
  // How people call it.
  const char* words;
  // What its links begin with.
  const char* links;
  const char* account;
  AccountForm form;
};

constexpr char kPhoneAccount[] = R"([+0-9][0-9 ()-]{5,30}(?:;ext=[0-9]{1,6})?)";

constexpr NetworkForms kNetworks[] = {
    {"telegram", "telegram|tg|тг|телеграмм?",
     "t[.]me/|telegram[.]me/|tg:(?://)?resolve[?]domain=", "[A-Za-z0-9_]{4,64}", AccountForm::kName},
    {"whatsapp", "whatsapp|wa|ватсап|вотсап|вацап", "wa[.]me/|api[.]whatsapp[.]com/send[?]phone=", kPhoneAccount,
     AccountForm::kPhone},
    {"vk", "vk|вк|вконтакте", "vk[.]com/|vk[.]ru/|vkontakte[.]ru/", "[A-Za-z0-9_.]{2,64}", AccountForm::kName},
    // A link to somebody's profile holds a token, whose letters have a case.
    {"max", "max|макс", "max[.]ru/", "(?:u/)?[A-Za-z0-9_-]{2,120}", AccountForm::kNameInItsCase},
    {"instagram", "instagram|ig|inst|инстаграмм?|инста", "instagram[.]com/", "[A-Za-z0-9_.]{2,64}", AccountForm::kName},
};

// A link, or the network's name and the account.
std::unique_ptr<RE2> FormOf(const NetworkForms& network) {
  return std::make_unique<RE2>(
      fmt::format("(?:(?i:https?://)?(?i:www[.]|m[.])?(?i:{})|(?i:{})[ ]*[:@ ][ ]*)@?({})/?(?:[?&#].*)?", network.links,
                  network.words, network.account));
}

const std::vector<std::unique_ptr<RE2>>& Forms() {
  static const auto forms = [] {
    std::vector<std::unique_ptr<RE2>> all;
    for (const auto& network : kNetworks) all.push_back(FormOf(network));
    return all;
  }();
  return forms;
}

std::string InLowerCase(std::string ascii) {
  std::ranges::transform(ascii, ascii.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return ascii;
}

std::optional<std::string> Named(const NetworkForms& network, const std::string& account) {
  switch (network.form) {
    case AccountForm::kName:
      return InLowerCase(account);
    case AccountForm::kNameInItsCase:
      return account;
    case AccountForm::kPhone:
      break;
  }
  const auto phone = PhonePoint(account);
  return phone ? std::optional(phone->value) : std::nullopt;
}

std::optional<ContactPoint> In(const NetworkForms& network, const std::string& account) {
  const auto name = Named(network, account);
  if (!name) return std::nullopt;
  return ContactPoint{ContactPoint::kMessenger, fmt::format("{}:{}", network.key, *name)};
}

}  // namespace

std::optional<ContactPoint> MessengerPoint(const std::string& text) {
  // So people write an account of Telegram.
  static const RE2 mention("@([A-Za-z0-9_]{4,64})");
  const std::string plain = PlainText(text);
  std::string account;
  if (RE2::FullMatch(plain, mention, &account)) return In(kNetworks[0], account);
  for (size_t i = 0; i < Forms().size(); ++i) {
    if (RE2::FullMatch(plain, *Forms()[i], &account)) return In(kNetworks[i], account);
  }
  return std::nullopt;
}

}  // namespace voronka::crm
