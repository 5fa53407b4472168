#include "crm_service/clients/identity/company_key.h"

#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <span>
#include <string_view>
#include <vector>

#include "crm_service/clients/identity/plain_text.h"

namespace voronka::crm {
namespace {

constexpr int32_t kLongestKey = 100;

// As the name is compared: in lower case.
constexpr std::array<std::string_view, 22> kLegalForms = {"ооо", "оао",  "зао", "пао", "ао",   "нао", "ип",  "тоо",
                                                          "оо",  "чп",   "чуп", "уп",  "одо",  "гуп", "муп", "нко",
                                                          "ано", "фгуп", "llc", "ltd", "gmbh", "inc"};

// Spelled out: the longer ones first.
constexpr std::array<std::string_view, 16> kSpelledForms = {"федеральное государственное унитарное предприятие",
                                                            "государственное унитарное предприятие",
                                                            "муниципальное унитарное предприятие",
                                                            "частное унитарное предприятие",
                                                            "унитарное предприятие",
                                                            "общество с ограниченной ответственностью",
                                                            "общество с дополнительной ответственностью",
                                                            "товарищество с ограниченной ответственностью",
                                                            "непубличное акционерное общество",
                                                            "публичное акционерное общество",
                                                            "открытое акционерное общество",
                                                            "закрытое акционерное общество",
                                                            "акционерное общество",
                                                            "автономная некоммерческая организация",
                                                            "индивидуальный предприниматель",
                                                            "limited liability company"};

bool IsLegalForm(const std::string& word) { return std::ranges::find(kLegalForms, word) != kLegalForms.end(); }

icu::UnicodeString Folded(const std::string& name) {
  auto text = icu::UnicodeString::fromUTF8(PlainText(name)).toLower(icu::Locale::getRoot());
  return text.findAndReplace(icu::UnicodeString(u"ё"), icu::UnicodeString(u"е"));
}

// Marks belong to the letter before them.
bool IsOfWord(UChar32 c) { return u_isalnum(c) != 0 || (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0; }

// Of letters and digits.
std::vector<std::string> WordsOf(const std::string& name) {
  const auto text = Folded(name);
  std::vector<std::string> words;
  bool is_inside = false;
  for (int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1)) {
    const UChar32 c = text.char32At(at);
    const bool was_inside = is_inside;
    is_inside = IsOfWord(c);
    if (!is_inside) continue;
    if (!was_inside) words.emplace_back();
    icu::UnicodeString(c).toUTF8String(words.back());
  }
  return words;
}

const std::vector<std::vector<std::string>>& SpelledForms() {
  static const auto forms = [] {
    std::vector<std::vector<std::string>> all;
    for (const auto form : kSpelledForms) all.push_back(WordsOf(std::string(form)));
    return all;
  }();
  return forms;
}

// Of how many words the legal form is with which they begin. 0: with none.
size_t LegalFormIn(std::span<const std::string> words) {
  if (IsLegalForm(words.front())) return 1;
  for (const auto& form : SpelledForms()) {
    if (words.size() >= form.size() && std::ranges::equal(words.first(form.size()), form)) return form.size();
  }
  return 0;
}

std::vector<std::string> WithoutLegalForms(std::span<const std::string> words) {
  std::vector<std::string> telling;
  while (!words.empty()) {
    const size_t form = LegalFormIn(words);
    if (form == 0) telling.push_back(words.front());
    words = words.subspan(std::max<size_t>(form, 1));
  }
  return telling;
}

std::string Shortened(const std::string& key) {
  const auto text = icu::UnicodeString::fromUTF8(key);
  if (text.countChar32() <= kLongestKey) return key;
  std::string shortened;
  return text.tempSubString(0, text.moveIndex32(0, kLongestKey)).toUTF8String(shortened);
}

std::string Joined(const std::vector<std::string>& words) {
  std::string key;
  for (const auto& word : words) key += (key.empty() ? "" : " ") + word;
  return key;
}

}  // namespace

std::string CompanyKey(const std::string& name) {
  const auto words = WordsOf(name);
  const auto telling = WithoutLegalForms(words);
  return Shortened(Joined(telling.empty() ? words : telling));
}

bool TellsCompaniesApart(const std::string& key) {
  return !key.empty() && icu::UnicodeString::fromUTF8(key).countChar32() < kLongestKey;
}

}  // namespace voronka::crm
