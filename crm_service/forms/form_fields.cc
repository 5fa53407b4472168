#include "crm_service/forms/form_fields.h"

#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace voronka::crm {
namespace {

constexpr std::array kTargets = {"client_name", "phone",      "email",        "text",     kConsentTarget, kSentTarget,
                                 "utm.source",  "utm.medium", "utm.campaign", "utm.term", "utm.content"};

struct UsualNames {
  const char* target;
  std::vector<const char*> names;
};

const std::vector<UsualNames>& Usual() {
  static const std::vector<UsualNames> usual = {
      {"client_name", {"name", "client_name", "full_name", "fullname", "your-name", "fio", "имя", "фио", "ваше имя"}},
      {"phone", {"phone", "tel", "telephone", "mobile", "your-phone", "телефон", "номер телефона", "ваш телефон"}},
      {"email", {"email", "e-mail", "mail", "your-email", "почта", "электронная почта", "ваш email"}},
      {"text",
       {"message", "text", "comment", "comments", "question", "your-message", "сообщение", "комментарий", "вопрос"}},
      {kConsentTarget, {"consent", "agree", "agreement", "privacy", "personal_data", "согласие"}},
      {"utm.source", {"utm_source"}},
      {"utm.medium", {"utm_medium"}},
      {"utm.campaign", {"utm_campaign"}},
      {"utm.term", {"utm_term"}},
      {"utm.content", {"utm_content"}},
  };
  return usual;
}

}  // namespace

std::string Folded(const std::string& text) {
  std::string folded;
  icu::UnicodeString::fromUTF8(text).trim().foldCase().toUTF8String(folded);
  return folded;
}

bool IsTarget(const std::string& target) { return std::ranges::find(kTargets, target) != kTargets.end(); }

FormFields::FormFields(const v1::Form& form) {
  for (const auto& [target, names] : Usual()) {
    for (const char* name : names) targets_[name] = target;
  }
  for (const auto& [name, target] : form.field_map()) targets_[Folded(name)] = target;
}

std::string FormFields::TargetOf(const std::string& name) const {
  const auto found = targets_.find(Folded(name));
  return found == targets_.end() ? kSentTarget : found->second;
}

}  // namespace voronka::crm
