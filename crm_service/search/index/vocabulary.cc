#include "crm_service/search/index/vocabulary.h"

#include <utility>

#include "crm_service/search/index/statements.h"
#include "crm_service/search/words/typos.h"

namespace voronka::crm {

using storage::Bytes;
using storage::Value;

namespace {

// Spellings of a word of 32 letters, and the word.
constexpr size_t kMostSpellings = 33;
// No word in UTF-8 has this byte.
constexpr char kAfterAnyLetter = '\xFF';

std::vector<Value> AccountAndWords(int64_t account_id, std::span<const std::string> words) {
  std::vector<Value> values{account_id};
  for (const auto& word : words) values.emplace_back(Bytes{word});
  return values;
}

std::string Places(size_t count) { return Repeated("?", count, ", "); }

}  // namespace

void Vocabulary::Change(const std::map<std::string, int64_t>& uses) {
  std::vector<std::string> more;
  std::vector<std::string> fewer;
  for (const auto& [word, change] : uses) {
    if (change > 0) more.push_back(word);
    if (change < 0) fewer.push_back(word);
  }
  const auto known = KnownAmong(more);
  Add(uses);
  for (const auto& word : more) {
    if (!known.contains(word)) AddSpellings(word);
  }
  ForgetUnused(fewer);
}

std::set<std::string> Vocabulary::KnownAmong(const std::vector<std::string>& words) {
  std::set<std::string> known;
  InFewSizes(words, [&](std::span<const std::string> some) {
    for (const auto& row : session_.db.QueryWith(
             "SELECT word FROM search_vocabulary WHERE account_id = ? AND word IN (" + Places(some.size()) + ")",
             AccountAndWords(session_.account_id(), some))) {
      known.insert(row.Text(0));
    }
  });
  return known;
}

void Vocabulary::Add(const std::map<std::string, int64_t>& uses) {
  const std::vector<std::pair<std::string, int64_t>> changes(uses.begin(), uses.end());
  InFewSizes(changes, [&](std::span<const std::pair<std::string, int64_t>> some) {
    std::vector<Value> values;
    for (const auto& [word, change] : some) {
      values.insert(values.end(), {Value(session_.account_id()), Value(Bytes{word}), Value(change)});
    }
    session_.db.ExecuteWith("INSERT INTO search_vocabulary (account_id, word, uses) VALUES " +
                                Repeated("(?, ?, ?)", some.size(), ", ") +
                                " ON DUPLICATE KEY UPDATE uses = uses + VALUES(uses)",
                            values);
  });
}

void Vocabulary::AddSpellings(const std::string& word) {
  InFewSizes(Spellings(word), [&](std::span<const std::string> some) {
    std::vector<Value> values;
    for (const auto& spelling : some) {
      values.insert(values.end(), {Value(session_.account_id()), Value(Bytes{spelling}), Value(Bytes{word})});
    }
    session_.db.ExecuteWith("INSERT IGNORE INTO search_spellings (account_id, spelling, word) VALUES " +
                                Repeated("(?, ?, ?)", some.size(), ", "),
                            values);
  });
}

void Vocabulary::ForgetUnused(const std::vector<std::string>& words) {
  InFewSizes(words, [&](std::span<const std::string> some) {
    for (const auto& row :
         session_.db.QueryWith("SELECT word FROM search_vocabulary WHERE account_id = ? AND word IN (" +
                                   Places(some.size()) + ") AND uses <= 0",
                               AccountAndWords(session_.account_id(), some))) {
      Forget(row.Text(0));
    }
  });
}

void Vocabulary::Forget(const std::string& word) {
  session_.db.Execute("DELETE FROM search_vocabulary WHERE account_id = ? AND word = ?", session_.account_id(),
                      Bytes{word});
  for (const auto& spelling : Spellings(word)) {
    session_.db.Execute("DELETE FROM search_spellings WHERE account_id = ? AND spelling = ? AND word = ?",
                        session_.account_id(), Bytes{spelling}, Bytes{word});
  }
}

std::vector<KnownWord> Vocabulary::BeginningWith(const std::string& beginning) {
  std::vector<KnownWord> words;
  for (const auto& row : session_.db.Query(
           "SELECT word, uses FROM search_vocabulary WHERE account_id = ? AND word >= ? AND word < ? "
           "ORDER BY word LIMIT ?",
           session_.account_id(), Bytes{beginning}, Bytes{beginning + kAfterAnyLetter}, kMostWithBeginning)) {
    words.push_back({row.Text(0), row.Int(1)});
  }
  return words;
}

std::vector<KnownWord> Vocabulary::ATypoAwayFrom(const std::string& word) {
  auto spellings = Spellings(word);
  if (spellings.empty()) return {};
  spellings.resize(kMostSpellings, spellings.back());
  std::map<std::string, int64_t> found;
  for (const auto& row :
       session_.db.QueryWith("SELECT v.word, v.uses FROM search_spellings s "
                             "JOIN search_vocabulary v ON v.account_id = s.account_id AND v.word = s.word "
                             "WHERE s.account_id = ? AND s.spelling IN (" +
                                 Places(kMostSpellings) + ")",
                             AccountAndWords(session_.account_id(), spellings))) {
    if (IsATypoAway(word, row.Text(0))) found.emplace(row.Text(0), row.Int(1));
  }
  std::vector<KnownWord> words;
  for (const auto& [known, uses] : found) words.push_back({known, uses});
  return words;
}

}  // namespace voronka::crm
