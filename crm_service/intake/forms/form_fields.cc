#include "crm_service/intake/forms/form_fields.h"

#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace voronka::crm {
namespace {

constexpr std::array<std::string_view, 4> kOfName = {"client_name", "first_name", "middle_name", "last_name"};
constexpr std::array<std::string_view, 10> kOtherTargets = {"phone",     "email",      "text",       kConsentTarget,
                                                            kSentTarget, "utm.source", "utm.medium", "utm.campaign",
                                                            "utm.term",  "utm.content"};

struct UsualNames {
  const char* target;
  std::vector<const char*> names;
};

const std::vector<UsualNames>& Usual() {
  static const std::vector<UsualNames> usual = {
      {"client_name",
       {"name", "client_name", "full_name", "fullname", "full name", "your-name", "clientname", "fio", "имя", "фио",
        "ваше имя"}},
      {"first_name", {"first_name", "first-name", "firstname", "first name", "given_name", "givenname"}},
      {"middle_name", {"middle_name", "middle-name", "middlename", "middle name", "patronymic", "отчество"}},
      {"last_name",
       {"last_name", "last-name", "lastname", "last name", "family_name", "familyname", "surname", "фамилия",
        "ваша фамилия"}},
      {"phone",
       {"phone", "tel", "telephone", "mobile", "your-phone", "phone_number", "phonenumber", "phone number", "телефон",
        "номер телефона", "ваш телефон"}},
      {"email", {"email", "e-mail", "mail", "your-email", "почта", "электронная почта", "ваш email"}},
      {"text",
       {"message", "text", "comment", "comments", "question", "your-message", "сообщение", "комментарий", "вопрос"}},
      {kConsentTarget, {"consent", "agree", "agreement", "privacy", "personal_data", "acceptance", "gdpr", "согласие"}},
      {"utm.source", {"utm_source"}},
      {"utm.medium", {"utm_medium"}},
      {"utm.campaign", {"utm_campaign"}},
      {"utm.term", {"utm_term"}},
      {"utm.content", {"utm_content"}},
  };
  return usual;
}

// The names that site builders wrap form fields in: `form_fields[phone]`, `data.Phone`.
constexpr std::array<std::string_view, 16> kWrappers = {
    "form_fields", "fields", "field",   "form",     "formdata", "form_data", "data", "payload",
    "values",      "lead",   "contact", "contacts", "client",   "customer",  "user", "wpforms"};
// Properties of a single field: `fields[phone][value]`, `consent.checked`.
constexpr std::array<std::string_view, 3> kProperties = {"value", "checked", "accepted"};

bool IsNumber(std::string_view text) { return text.find_first_not_of("0123456789") == std::string_view::npos; }

// `a[b][]` and `a.b` give a and b.
std::vector<std::string> Segments(const std::string& name) {
  std::vector<std::string> segments(1);
  for (const char c : name) {
    if (c == '[' || c == '.') {
      segments.emplace_back();
    } else if (c != ']') {
      segments.back() += c;
    }
  }
  std::erase_if(segments, IsNumber);
  return segments;
}

// Strips the number from `tel-123` and `phone_2`.
std::string WithoutNumber(const std::string& name) {
  const size_t sign = name.find_last_of("-_");
  const bool numbered =
      sign != std::string::npos && sign > 0 && sign + 1 < name.size() && IsNumber(name.substr(sign + 1));
  return numbered ? name.substr(0, sign) : name;
}

// The name that the site's owner gave to the field, without what a site builder wrapped it in. Empty when the field is
// part of something else, like `products.name`.
std::string OwnName(const std::string& folded) {
  auto segments = Segments(folded);
  if (segments.size() > 1 && std::ranges::find(kProperties, segments.back()) != kProperties.end()) segments.pop_back();
  if (segments.empty()) return "";
  const std::string own = segments.back();
  segments.pop_back();
  const bool wrapped = std::ranges::all_of(
      segments, [](const std::string& each) { return std::ranges::find(kWrappers, each) != kWrappers.end(); });
  return wrapped ? own : "";
}

}  // namespace

std::string Folded(const std::string& text) {
  std::string folded;
  icu::UnicodeString::fromUTF8(text).trim().foldCase().toUTF8String(folded);
  return folded;
}

bool IsOfName(const std::string& target) { return std::ranges::find(kOfName, target) != kOfName.end(); }

bool IsTarget(const std::string& target) {
  return IsOfName(target) || std::ranges::find(kOtherTargets, target) != kOtherTargets.end();
}

FormFields::FormFields(const v1::Form& form) {
  for (const auto& [target, names] : Usual()) {
    for (const char* name : names) targets_[name] = target;
  }
  for (const auto& [name, target] : form.field_map()) targets_[Folded(name)] = target;
}

std::string FormFields::TargetOf(const std::string& name) const {
  const std::string folded = Folded(name);
  const std::string numbered = OwnName(folded);
  const std::string own = WithoutNumber(numbered);
  std::string with_dashes = own;
  std::ranges::replace(with_dashes, '_', '-');
  for (const std::string& spelled : {folded, numbered, own, with_dashes}) {
    if (const auto found = targets_.find(spelled); found != targets_.end()) return found->second;
  }
  return kSentTarget;
}

}  // namespace voronka::crm
