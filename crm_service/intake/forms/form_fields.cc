#include "crm_service/intake/forms/form_fields.h"

#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <string_view>
#include <utility>

#include "crm_service/intake/forms/agreement.h"
#include "crm_service/intake/forms/field_label.h"
#include "crm_service/intake/forms/usual_fields.h"

namespace voronka::crm {
namespace {

using Words = std::vector<std::string>;

constexpr auto kOfName = std::to_array<std::string_view>({"client_name", "first_name", "middle_name", "last_name"});
constexpr auto kOfMessenger =
    std::to_array<std::string_view>({kMessengerTarget, "telegram", "whatsapp", "vk", "max", "instagram"});
constexpr auto kOtherTargets =
    std::to_array<std::string_view>({"phone", "email", "text", kConsentTarget, kSentTarget, "utm.source", "utm.medium",
                                     "utm.campaign", "utm.term", "utm.content"});

constexpr std::string_view kOrderLabel = "order";
// The labels that programs wrap the client's fields in: `form_fields[phone]`, `data.Phone`. Not `form`, `page` or
// `site`: these have a name and a phone of their own, which must not become the client's.
constexpr auto kWrappers = std::to_array<std::string_view>(
    {"formfields", "fields",   "field",  "formdata", "data",       "payload", "values",   "lead",
     "contact",    "contacts", "client", "user",     "customer",   "wpforms", "params",   "namedvalues",
     "names",      "inputs",   "body",   "person",   "submission", "visitor", kOrderLabel});
// Properties of a single field: `fields[phone][value]`, `consent.checked`.
constexpr auto kProperties = std::to_array<std::string_view>({"value", "checked", "accepted"});

// Words of a name that do not say what the field is.
constexpr auto kFillers = std::to_array<std::string_view>(
    {"your",       "my",         "the",       "enter",        "please",     "client",      "customer", "contact",
     "user",       "required",   "optional",  "ваш",          "ваша",       "ваше",        "ваши",     "вашу",
     "вашего",     "вашей",      "свой",      "свое",         "свою",       "мой",         "мое",      "моя",
     "введите",    "укажите",    "напишите",  "оставьте",     "клиента",    "для",         "связи",    "ответа",
     "контактный", "контактная", "мобильный", "обязательное", "мобильного", "обязательно", "поле",     "обратной",
     "billing",    "sender",     "visitor"});

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

// The name that the site's owner gave to the field, without what a program wrapped it in. A field of something else
// keeps its path: `products.name`.
std::vector<std::string> OwnPath(const std::string& name) {
  auto path = Segments(name);
  if (path.size() > 1 && IsAmong(kProperties, LabelOf(path.back()))) path.pop_back();
  bool of_order = false;
  while (path.size() > 1 && IsAmong(kWrappers, LabelOf(path.front()))) {
    of_order |= LabelOf(path.front()) == kOrderLabel;
    path.erase(path.begin());
  }
  // A shop calls it «№ 1001».
  if (of_order && path.size() == 1 && LabelOf(path.front()) == "name") path.clear();
  return path;
}

Words WordsOf(const std::vector<std::string>& path) {
  Words words;
  for (const auto& segment : path) std::ranges::move(LabelWords(segment), std::back_inserter(words));
  return words;
}

// Without the numbers in `tel-123`, `phone2` and JotForm's `q3_phone`.
Words WithoutNumbers(Words words) {
  std::erase_if(words, [](std::string_view word) { return IsNumber(word.substr(word.starts_with('q') ? 1 : 0)); });
  if (!words.empty()) words.back().erase(words.back().find_last_not_of("0123456789") + 1);
  return words;
}

Words WithoutFillers(Words words) {
  // Elementor's for a field without a label.
  if (words.size() > 2 && words[0] == "no" && words[1] == "label") words.erase(words.begin(), words.begin() + 2);
  std::erase_if(words, [](const std::string& word) { return IsAmong(kFillers, word); });
  return words;
}

// A box with a number is one of several, and «Вопрос 2» one of a quiz.
bool MayBeNumbered(const std::string& name, const std::string& label, const std::string& target) {
  return label != kTickBox && (target != "text" || name.find(' ') == std::string::npos);
}

// Of `visit.utm_source` or `extra.utm.source`: whatever it is in, there is only one such thing.
std::string CampaignLabel(const std::vector<std::string>& path) {
  const std::string last = path.empty() ? "" : LabelOf(path.back());
  if (last.starts_with("utm")) return last;
  const bool is_within = path.size() > 1 && LabelOf(path[path.size() - 2]) == "utm";
  return is_within ? "utm" + last : "";
}

}  // namespace

std::string Folded(const std::string& text) {
  std::string folded;
  icu::UnicodeString::fromUTF8(text).trim().foldCase().toUTF8String(folded);
  return folded;
}

bool IsOfName(const std::string& target) { return std::ranges::find(kOfName, target) != kOfName.end(); }

bool IsOfMessenger(const std::string& target) { return std::ranges::find(kOfMessenger, target) != kOfMessenger.end(); }

bool IsTarget(const std::string& target) {
  return IsOfName(target) || IsOfMessenger(target) || std::ranges::find(kOtherTargets, target) != kOtherTargets.end();
}

FormFields::FormFields(const v1::Form& form) {
  // Some builders call the box as its label reads.
  if (!form.consent_text().empty()) own_[LabelOf(form.consent_text())] = kConsentTarget;
  for (const auto& [name, target] : form.field_map()) own_[LabelOf(name)] = target;
}

std::string FormFields::Find(const std::string& label) const {
  if (label.empty()) return "";
  if (const auto found = own_.find(label); found != own_.end()) return found->second;
  const auto found = UsualFields().find(label);
  return found == UsualFields().end() ? "" : found->second;
}

std::string FormFields::TargetOf(const std::string& name) const {
  if (auto target = Find(LabelOf(name)); !target.empty()) return target;
  const auto path = OwnPath(name);
  const Words words = WordsOf(path);
  if (auto target = Find(Joined(words)); !target.empty()) return target;
  const Words fewer = WithoutNumbers(words);
  for (const std::string& label : {Joined(fewer), Joined(WithoutFillers(fewer))}) {
    auto target = Find(label);
    if (!target.empty() && (fewer == words || MayBeNumbered(name, label, target))) return target;
  }
  if (auto target = Find(CampaignLabel(path)); target.starts_with("utm.")) return target;
  return IsAgreement(name) ? kConsentTarget : kSentTarget;
}

}  // namespace voronka::crm
