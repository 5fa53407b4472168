#include "crm_service/intake/forms/agreement.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "crm_service/intake/forms/field_label.h"

namespace voronka::crm {
namespace {

using Sentence = std::vector<std::string>;

// Whole words.
constexpr auto kNegations = std::to_array<std::string_view>(
    {"не", "нет", "ни", "без", "против", "no", "not", "non", "never", "dont", "without", "don", "doesn", "n"});

// Beginnings of words.
constexpr auto kRefusing =
    std::to_array<std::string_view>({"отказ", "несоглас", "возража", "запреща", "disagr", "declin", "refus", "reject"});
constexpr auto kAgreeing =
    std::to_array<std::string_view>({"согласен", "согласна", "согласны", "согласи", "соглаша", "принимаю", "подтвержд",
                                     "разреша", "agree", "accept", "consent", "confirm", "allow"});
constexpr auto kDataAndRules =
    std::to_array<std::string_view>({"персональн", "обработк", "конфиденциальн", "политик", "услови", "правил", "оферт",
                                     "соглашени", "privacy", "personal", "policy", "terms", "processing", "gdpr"});
constexpr auto kOfNewsletters = std::to_array<std::string_view>(
    {"рассыл", "реклам", "новост", "подпис", "смс", "sms", "newsletter", "marketing", "promo", "subscri"});
constexpr auto kAboutConsent = std::to_array<std::string_view>(
    {"текст", "верси", "дата", "ссылк", "text", "date", "version", "url", "link", "time"});

template <size_t N>
bool HasBeginningOf(const std::array<std::string_view, N>& beginnings, const Sentence& words) {
  return std::ranges::any_of(words, [&](const std::string& word) {
    return std::ranges::any_of(beginnings, [&](std::string_view each) { return word.starts_with(each); });
  });
}

bool Refuses(const Sentence& words) {
  return HasBeginningOf(kRefusing, words) ||
         std::ranges::any_of(words, [](const std::string& word) { return IsAmong(kNegations, word); });
}

}  // namespace

bool IsAgreement(const std::string& sentence) {
  const Sentence words = LabelWords(sentence);
  return HasBeginningOf(kAgreeing, words) && HasBeginningOf(kDataAndRules, words) && !Refuses(words) &&
         !HasBeginningOf(kOfNewsletters, words) && !HasBeginningOf(kAboutConsent, words);
}

bool IsRefusal(const std::string& answer) { return Refuses(LabelWords(answer)); }

}  // namespace voronka::crm
