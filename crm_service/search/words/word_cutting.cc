#include "crm_service/search/words/word_cutting.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <cstdint>
#include <stdexcept>
#include <utility>

namespace voronka::crm {
namespace {

constexpr int32_t kMostCharacters = 32;

bool IsOfWord(UChar32 character) { return u_isalnum(character) != 0 || (U_GET_GC_MASK(character) & U_GC_M_MASK) != 0; }

void RequireIcu(UErrorCode status) {
  if (U_FAILURE(status) != 0) throw std::runtime_error(u_errorName(status));
}

icu::UnicodeString OneCharacter(UChar32 character) { return icu::UnicodeString(character); }

std::string Compared(const icu::UnicodeString& written) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* form = icu::Normalizer2::getNFKCCasefoldInstance(status);
  RequireIcu(status);
  icu::UnicodeString word = form->normalize(written, status);
  RequireIcu(status);
  constexpr UChar32 kYo = 0x451;
  constexpr UChar32 kYe = 0x435;
  word.findAndReplace(OneCharacter(kYo), OneCharacter(kYe));
  if (word.countChar32() > kMostCharacters) word.truncate(word.moveIndex32(0, kMostCharacters));
  std::string text;
  return word.toUTF8String(text);
}

}  // namespace

std::vector<CutWord> CutWords(const std::string& text) {
  const auto all = icu::UnicodeString::fromUTF8(text);
  std::vector<CutWord> words;
  for (int32_t begin = 0; begin < all.length();) {
    int32_t end = begin;
    while (end < all.length() && IsOfWord(all.char32At(end))) end = all.moveIndex32(end, 1);
    if (end == begin) {
      begin = all.moveIndex32(begin, 1);
      continue;
    }
    auto word = Compared(all.tempSubStringBetween(begin, end));
    if (!word.empty()) words.push_back({std::move(word), {begin, end}});
    begin = end;
  }
  return words;
}

}  // namespace voronka::crm
