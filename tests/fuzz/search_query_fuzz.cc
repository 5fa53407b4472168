#include <algorithm>
#include <string>
#include <vector>

#include "crm_service/search/words/phone_words.h"
#include "crm_service/search/words/typed_query.h"
#include "crm_service/search/words/typos.h"
#include "crm_service/search/words/word_cutting.h"
#include "tests/fuzz/target.h"
#include "tests/fuzz/utf8.h"

namespace voronka::fuzz {
namespace {

constexpr size_t kMostReadings = 3;
constexpr size_t kMostTerms = 8;
constexpr size_t kMostSpellings = 33;
// What a column of the index takes.
constexpr size_t kMostBytes = 130;

void CheckWord(const std::string& word) {
  Require(!word.empty() && word.size() <= kMostBytes && IsUtf8(word), "a word fits into the index");
  const auto spellings = crm::Spellings(word);
  Require(spellings.size() <= kMostSpellings, "a word has few spellings");
  for (const auto& spelling : spellings) Require(crm::IsATypoAway(word, spelling), "a spelling lacks one letter");
}

void CheckCut(const std::string& input) {
  int end = 0;
  for (const auto& [word, span] : crm::CutWords(input)) {
    CheckWord(word);
    Require(end <= span.begin && span.begin < span.end, "words follow each other");
    end = span.end;
  }
}

void CheckPhone(const std::string& input) {
  for (const auto& word : crm::PhoneWords(input)) {
    Require(word.size() <= kMostBytes, "a word of a phone fits into the index");
    const auto span = crm::SpanInPhone(input, word);
    Require(span && span->begin < span->end, "a phone is found by its words");
  }
}

void CheckReading(const crm::Reading& reading) {
  Require(!reading.empty() && reading.size() <= kMostTerms, "a reading has some terms, and few");
  for (const auto& term : reading) {
    Require(!term.beginnings.empty() || term.number != 0, "a term can be found");
    Require(term.number >= 0, "a number is none below nothing");
    for (const auto& beginning : term.beginnings) Require(!beginning.empty(), "not everything begins so");
  }
}

}  // namespace

// The input is what somebody types. Whatever it is, few words are looked for, which the index can hold.
void Check(const std::string& input) {
  const auto readings = crm::Readings(input);
  Require(readings.size() <= kMostReadings, "it is read in few ways");
  std::ranges::for_each(readings, CheckReading);
  CheckCut(input);
  CheckPhone(input);
}

}  // namespace voronka::fuzz
