#include "crm_service/search/words/typed_query.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "crm_service/search/words/keyboard_layout.h"
#include "crm_service/search/words/phone_words.h"
#include "crm_service/search/words/word_cutting.h"

namespace voronka::crm {
namespace {

constexpr size_t kMostTerms = 8;
// Fewer digits are found in too many phones.
constexpr size_t kFewestOfPhone = 4;
// As many digits with signs between them are surely one number.
constexpr size_t kSurelyPhone = 7;
// Numbers of deals are shorter.
constexpr size_t kMostOfNumber = 15;

bool IsDigit(char character) { return character >= '0' && character <= '9'; }
bool IsDigits(std::string_view text) { return !text.empty() && std::ranges::all_of(text, IsDigit); }
bool IsBetweenDigits(char character) { return std::string_view(" +-()./").find(character) != std::string_view::npos; }
bool IsBlank(char character) { return std::string_view(" \t\r\n\f\v").find(character) != std::string_view::npos; }

int64_t NumberIn(const std::string& digits) { return digits.size() > kMostOfNumber ? 0 : std::stoll(digits); }

Term TermOfWord(const std::string& word) {
  Term term{{word}};
  if (!IsDigits(word)) return term;
  term.number = NumberIn(word);
  if (word.size() < kFewestOfPhone) return term;
  term.beginnings.push_back(EndingWith(word));
  if (word.front() == '8') term.beginnings.push_back('7' + word.substr(1));
  return term;
}

// `#1234`, `№1234`: the number of a deal, and nothing else.
std::string DigitsAfterSign(const std::string& chunk) {
  for (const std::string_view sign : {"#", "№"}) {
    if (chunk.starts_with(sign) && IsDigits(std::string_view(chunk).substr(sign.size()))) {
      return chunk.substr(sign.size());
    }
  }
  return "";
}

std::vector<std::string> ChunksOf(const std::string& query) {
  std::vector<std::string> chunks;
  for (auto begin = query.begin(); begin != query.end();) {
    begin = std::find_if_not(begin, query.end(), IsBlank);
    const auto end = std::find_if(begin, query.end(), IsBlank);
    if (begin != end) chunks.emplace_back(begin, end);
    begin = end;
  }
  return chunks;
}

Reading ReadingOf(const std::vector<std::string>& chunks) {
  Reading reading;
  const auto add = [&](Term term) {
    if (reading.size() < kMostTerms && std::ranges::find(reading, term) == reading.end()) {
      reading.push_back(std::move(term));
    }
  };
  for (const auto& chunk : chunks) {
    const auto number = DigitsAfterSign(chunk);
    const int64_t of_deal = number.empty() ? 0 : NumberIn(number);
    if (of_deal != 0) {
      add({{}, of_deal});
      continue;
    }
    for (const auto& [word, span] : CutWords(chunk)) add(TermOfWord(word));
  }
  return reading;
}

// A run of digits and signs between them, from `begin` on.
struct Run {
  size_t end;
  std::string digits;
};

Run RunFrom(const std::string& query, size_t begin) {
  Run run{begin, ""};
  while (run.end < query.size() && (IsDigit(query[run.end]) || IsBetweenDigits(query[run.end]))) {
    if (IsDigit(query[run.end])) run.digits += query[run.end];
    ++run.end;
  }
  return run;
}

struct Joined {
  std::string query;
  // The most digits that were brought together.
  size_t digits = 0;
};

// Digits that belong to a word, or to the sign of a deal's number, stay with it.
bool BeginsRun(const std::string& query, size_t at) {
  return at == 0 || IsBetweenDigits(query[at - 1]) || IsBlank(query[at - 1]);
}

// `8 (916) 12-34` becomes `89161234`.
Joined WithDigitsJoined(const std::string& query) {
  Joined joined;
  for (size_t i = 0; i < query.size();) {
    const auto run = RunFrom(query, i);
    if (run.end == i || (IsDigit(query[i]) && !BeginsRun(query, i))) {
      joined.query += query[i++];
      continue;
    }
    const auto written = query.substr(i, run.end - i);
    const bool is_together = run.digits.size() >= kFewestOfPhone;
    joined.query += is_together ? " " + run.digits + " " : written;
    if (is_together) joined.digits = std::max(joined.digits, run.digits.size());
    i = run.end;
  }
  return joined;
}

Reading ReadAsRussian(std::vector<std::string> chunks) {
  for (auto& chunk : chunks) {
    if (IsLatin(chunk)) chunk = InRussianLayout(chunk);
  }
  return ReadingOf(chunks);
}

}  // namespace

std::vector<Reading> Readings(const std::string& query) {
  const auto chunks = ChunksOf(query);
  const auto joined = WithDigitsJoined(query);
  auto typed = ReadingOf(chunks);
  auto together = ReadingOf(ChunksOf(joined.query));
  if (joined.digits >= kSurelyPhone) std::swap(typed, together);
  std::vector<Reading> readings;
  for (auto& reading : std::array{std::move(typed), std::move(together), ReadAsRussian(chunks)}) {
    if (!reading.empty() && std::ranges::find(readings, reading) == readings.end()) readings.push_back(reading);
  }
  return readings;
}

}  // namespace voronka::crm
