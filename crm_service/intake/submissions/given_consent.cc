#include "crm_service/intake/submissions/given_consent.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "crm_service/intake/forms/agreement.h"
#include "crm_service/intake/forms/field_label.h"
#include "crm_service/intake/forms/form_fields.h"

namespace voronka::crm {
namespace {

// What a box that is not ticked sends, though most forms leave it out.
constexpr auto kUnticked =
    std::to_array<std::string_view>({"0", "false", "off", "null", "undefined", "unchecked", "f"});

// An answer of these words alone is a yes, if one of them is.
constexpr auto kYesWords = std::to_array<std::string_view>(
    {"on",         "yes",       "true",     "1",           "y",           "t",        "ok",
     "agree",      "agreed",    "accept",   "accepted",    "checked",     "ticked",   "selected",
     "consent",    "consented", "confirm",  "confirmed",   "granted",     "allow",    "allowed",
     "да",         "ок",        "согласен", "согласна",    "согласны",    "согласие", "соглашаюсь",
     "принимаю",   "принято",   "принял",   "приняла",     "подтверждаю", "разрешаю", "подтверждено",
     "ознакомлен", "отмечен",   "отмечено", "ознакомлена", "выбрано",     "выбран",   "истина"});
constexpr auto kFillersOfYes =
    std::to_array<std::string_view>({"я", "i", "и", "and", "на", "ен", "the", "do", "дано", "свое", "даю"});
constexpr auto kTicks = std::to_array<std::string_view>({"✓", "✔", "✔️", "☑", "☑️", "✅", "🗸"});

bool IsPlainYes(const std::string& text) {
  if (IsAmong(kTicks, text)) return true;
  const auto words = LabelWords(text);
  const auto is_yes = [](const std::string& word) { return IsAmong(kYesWords, word); };
  const auto says_no_more = [&](const std::string& word) { return is_yes(word) || IsAmong(kFillersOfYes, word); };
  return std::ranges::any_of(words, is_yes) && std::ranges::all_of(words, says_no_more);
}

}  // namespace

GivenConsent::GivenConsent(const v1::Form& form)
    : text_label_(form.consent_text().empty() ? "" : LabelOf(form.consent_text())) {}

GivenConsent::Answer GivenConsent::Read(const std::string& name, const std::string& text) const {
  if (IsPlainYes(text)) return Answer::kPlainYes;
  const std::string label = LabelOf(text);
  if (IsAmong(kUnticked, label)) return Answer::kEmpty;
  if (label == text_label_) return Answer::kYes;
  if (IsRefusal(text)) return Answer::kRefusal;
  return label == LabelOf(name) || IsAgreement(text) ? Answer::kYes : Answer::kUnknown;
}

GivenConsent::Answer GivenConsent::Add(const std::string& name, const std::string& text) {
  const Answer answer = Read(name, text);
  if (answer == Answer::kPlainYes || answer == Answer::kYes) says_yes_[name] = true;
  if (answer == Answer::kRefusal) says_yes_.try_emplace(name, false);
  return answer;
}

bool GivenConsent::agrees() const {
  return !says_yes_.empty() && std::ranges::all_of(says_yes_, [](const auto& said) { return said.second; });
}

}  // namespace voronka::crm
