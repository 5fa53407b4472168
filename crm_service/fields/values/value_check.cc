#include "crm_service/fields/values/value_check.h"

#include <re2/re2.h>

#include <algorithm>
#include <map>
#include <set>

#include "crm_service/fields/numbers/decimal.h"
#include "foundation/rpc/requests/text_checks.h"

namespace voronka::crm {

using rpc::Violations;
using v1::Field;
using v1::FieldChoice;
using v1::FieldValue;

namespace {

// A value on its way into a field.
struct Candidate {
  const Field& field;
  const FieldValue& before;
  FieldValue& value;
  const std::string& path;
  Violations& violations;
};

void Refuse(const Candidate& candidate, const char* reason, rpc::Text text) {
  candidate.violations.Add(reason, candidate.path, std::move(text));
}

void CheckLength(const Candidate& candidate) {
  const auto most = candidate.field.max_length();
  if (most == 0 || rpc::CodePoints(candidate.value.text()) <= static_cast<size_t>(most)) return;
  Refuse(candidate, "TOO_LONG",
         {"At most " + std::to_string(most) + " characters.", "Не длиннее " + std::to_string(most) + " символов."});
}

void CheckLine(const Candidate& candidate) {
  if (rpc::HasForbiddenCharacters(candidate.value.text(), false)) {
    Refuse(candidate, "FORBIDDEN_CHARACTER", {"One line only.", "Только одна строка."});
  }
  CheckLength(candidate);
}

void CheckForm(const Candidate& candidate, const RE2& form, rpc::Text text) {
  CheckLine(candidate);
  if (!RE2::FullMatch(candidate.value.text(), form)) Refuse(candidate, "MALFORMED", std::move(text));
}

void CheckPhone(const Candidate& candidate) {
  static const RE2 phone(R"([^@]*\p{Nd}[^@]*)");
  CheckForm(candidate, phone, {"Check the number.", "Проверьте номер."});
}

void CheckEmail(const Candidate& candidate) {
  static const RE2 email(R"([^\s@]+@[^\s@]+\.[^\s@]+)");
  CheckForm(candidate, email, {"Check the address.", "Проверьте адрес почты."});
}

// A page is opened by a click, so it must be one: no `javascript:`.
void CheckLink(const Candidate& candidate) {
  static const RE2 scheme(R"([a-zA-Z][a-zA-Z0-9+.-]*:.*)");
  static const RE2 link(R"((?i)https?://[^\s/?#]+\.?[^\s]*)");
  auto& text = *candidate.value.mutable_text();
  if (!RE2::FullMatch(text, scheme)) text.insert(0, "https://");
  CheckForm(candidate, link,
            {"Write the address of a page: https://example.com.", "Напишите адрес страницы: https://example.com."});
}

void CheckNumber(const Candidate& candidate) {
  const auto& field = candidate.field;
  const auto number = Shortest(candidate.value.number());
  candidate.value.set_number(number);
  if (!field.min().empty() && IsLess(number, field.min())) {
    Refuse(candidate, "OUT_OF_RANGE", {"At least " + field.min() + ".", "Не меньше " + field.min() + "."});
  }
  if (!field.max().empty() && IsLess(field.max(), number)) {
    Refuse(candidate, "OUT_OF_RANGE", {"At most " + field.max() + ".", "Не больше " + field.max() + "."});
  }
}

bool HadChoice(const FieldValue& before, const std::string& key) {
  return before.choice() == key || std::ranges::count(before.choices().keys(), key) > 0;
}

bool IsOffered(const Candidate& candidate, const std::string& key) {
  return std::ranges::any_of(candidate.field.choices(), [&](const FieldChoice& choice) {
    return choice.key() == key && (!choice.retired() || HadChoice(candidate.before, key));
  });
}

void RequireChoice(const Candidate& candidate, const std::string& key) {
  if (IsOffered(candidate, key)) return;
  Refuse(candidate, "UNKNOWN_CHOICE", {"There is no choice “" + key + "”.", "Варианта «" + key + "» нет."});
}

void CheckChoice(const Candidate& candidate) { RequireChoice(candidate, candidate.value.choice()); }

void CheckChoices(const Candidate& candidate) {
  auto& chosen = *candidate.value.mutable_choices();
  for (const auto& key : chosen.keys()) RequireChoice(candidate, key);
  const std::set<std::string> keys(chosen.keys().begin(), chosen.keys().end());
  chosen.clear_keys();
  for (const auto& choice : candidate.field.choices()) {
    if (keys.contains(choice.key())) chosen.add_keys(choice.key());
  }
}

void Accept(const Candidate&) {}

struct KindCheck {
  FieldValue::ValueCase value;
  void (*check)(const Candidate&);
};

const std::map<Field::Kind, KindCheck>& Checks() {
  static const std::map<Field::Kind, KindCheck> checks = {
      {Field::KIND_TEXT, {FieldValue::kText, CheckLine}},
      {Field::KIND_MULTILINE_TEXT, {FieldValue::kText, CheckLength}},
      {Field::KIND_NUMBER, {FieldValue::kNumber, CheckNumber}},
      {Field::KIND_MONEY, {FieldValue::kMoney, Accept}},
      {Field::KIND_DATE, {FieldValue::kDate, Accept}},
      {Field::KIND_TIME, {FieldValue::kTime, Accept}},
      {Field::KIND_YES_NO, {FieldValue::kYes, Accept}},
      {Field::KIND_CHOICE, {FieldValue::kChoice, CheckChoice}},
      {Field::KIND_CHOICES, {FieldValue::kChoices, CheckChoices}},
      {Field::KIND_USER, {FieldValue::kUserId, Accept}},
      {Field::KIND_PHONE, {FieldValue::kText, CheckPhone}},
      {Field::KIND_EMAIL, {FieldValue::kText, CheckEmail}},
      {Field::KIND_LINK, {FieldValue::kText, CheckLink}},
      {Field::KIND_ADDRESS, {FieldValue::kText, CheckLine}},
  };
  return checks;
}

}  // namespace

FieldValue::ValueCase ValueCaseOf(Field::Kind kind) {
  const auto found = Checks().find(kind);
  return found == Checks().end() ? FieldValue::VALUE_NOT_SET : found->second.value;
}

bool IsBlank(const FieldValue& value) {
  switch (value.value_case()) {
    case FieldValue::VALUE_NOT_SET:
      return true;
    case FieldValue::kText:
      return rpc::IsBlank(value.text());
    case FieldValue::kNumber:
      return value.number().empty();
    case FieldValue::kDate:
      return value.date().empty();
    case FieldValue::kChoice:
      return value.choice().empty();
    case FieldValue::kChoices:
      return value.choices().keys().empty();
    case FieldValue::kUserId:
      return value.user_id() == 0;
    default:
      return false;
  }
}

void NormaliseValue(const Field& field, const FieldValue& before, FieldValue& value, const std::string& path,
                    Violations& violations) {
  const auto& [wanted, check] = Checks().at(field.kind());
  if (value.value_case() != wanted) {
    return violations.Add("WRONG_KIND", path,
                          {"The field “" + field.label() + "” holds values of another kind.",
                           "В поле «" + field.label() + "» хранятся значения другого вида."});
  }
  check({field, before, value, path, violations});
}

}  // namespace voronka::crm
