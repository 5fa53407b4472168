#include "crm_service/search/words/typos.h"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cstdint>
#include <set>

namespace voronka::crm {
namespace {

constexpr size_t kFewestLetters = 5;

std::u32string LettersOf(const std::string& word) {
  const auto text = icu::UnicodeString::fromUTF8(word);
  std::u32string letters;
  for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    letters += static_cast<char32_t>(text.char32At(i));
  }
  return letters;
}

size_t CommonBeginning(const std::u32string& one, const std::u32string& other) {
  const auto differ = std::mismatch(one.begin(), one.end(), other.begin(), other.end());
  return static_cast<size_t>(differ.first - one.begin());
}

size_t CommonEnd(const std::u32string& one, const std::u32string& other) {
  const auto differ = std::mismatch(one.rbegin(), one.rend(), other.rbegin(), other.rend());
  return static_cast<size_t>(differ.first - one.rbegin());
}

}  // namespace

bool MayHaveTypo(const std::string& word) {
  const auto letters = LettersOf(word);
  return letters.size() >= kFewestLetters &&
         std::ranges::all_of(letters, [](char32_t letter) { return u_isalpha(static_cast<UChar32>(letter)) != 0; });
}

std::vector<std::string> Spellings(const std::string& word) {
  if (!MayHaveTypo(word)) return {};
  std::set<std::string> spellings{word};
  const auto text = icu::UnicodeString::fromUTF8(word);
  for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    icu::UnicodeString shorter(text);
    shorter.remove(i, text.moveIndex32(i, 1) - i);
    std::string spelling;
    spellings.insert(shorter.toUTF8String(spelling));
  }
  return {spellings.begin(), spellings.end()};
}

bool IsATypoAway(const std::string& word, const std::string& other) {
  auto one = LettersOf(word);
  auto two = LettersOf(other);
  const size_t begin = CommonBeginning(one, two);
  one.erase(0, begin);
  two.erase(0, begin);
  const size_t end = CommonEnd(one, two);
  one.resize(one.size() - end);
  two.resize(two.size() - end);
  if (one.size() <= 1 && two.size() <= 1) return true;
  return one.size() == 2 && two.size() == 2 && one[0] == two[1] && one[1] == two[0];
}

}  // namespace voronka::crm
