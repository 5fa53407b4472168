#include "crm_service/search/index/word_index.h"

#include <span>
#include <utility>
#include <vector>

#include "crm_service/search/index/statements.h"
#include "crm_service/search/index/vocabulary.h"
#include "foundation/storage/select_by_ids.h"

namespace voronka::crm {

using storage::Bytes;
using storage::Value;

namespace {

struct WordRow {
  int64_t id;
  std::string word;
};

// Those that only the first has.
std::vector<WordRow> RowsOnlyIn(const WordsById& these, const WordsById& others) {
  static const std::set<std::string> none;
  std::vector<WordRow> rows;
  for (const auto& [id, words] : these) {
    const auto found = others.find(id);
    const auto& known = found == others.end() ? none : found->second;
    for (const auto& word : words) {
      if (!known.contains(word)) rows.push_back({id, word});
    }
  }
  return rows;
}

void InsertRows(rpc::Session& session, v1::SearchResult::Kind kind, const std::vector<WordRow>& rows) {
  InFewSizes(rows, [&](std::span<const WordRow> some) {
    std::vector<Value> values;
    for (const auto& [id, word] : some) {
      values.insert(values.end(), {Value(session.account_id()), Value(Bytes{word}), Value(kind), Value(id)});
    }
    session.db.ExecuteWith("INSERT IGNORE INTO search_words (account_id, word, kind, id) VALUES " +
                               Repeated("(?, ?, ?, ?)", some.size(), ", "),
                           values);
  });
}

void DeleteRows(rpc::Session& session, v1::SearchResult::Kind kind, const std::vector<WordRow>& rows) {
  for (const auto& [id, word] : rows) {
    session.db.Execute("DELETE FROM search_words WHERE account_id = ? AND word = ? AND kind = ? AND id = ?",
                       session.account_id(), Bytes{word}, kind, id);
  }
}

}  // namespace

void WordIndex::Replace(v1::SearchResult::Kind kind, const WordsById& wanted) {
  const auto held = Held(kind, wanted);
  const auto fresh = RowsOnlyIn(wanted, held);
  const auto gone = RowsOnlyIn(held, wanted);
  InsertRows(session_, kind, fresh);
  DeleteRows(session_, kind, gone);
  std::map<std::string, int64_t> uses;
  for (const auto& row : fresh) ++uses[row.word];
  for (const auto& row : gone) --uses[row.word];
  std::erase_if(uses, [](const auto& change) { return change.second == 0; });
  Vocabulary(session_).Change(uses);
}

WordsById WordIndex::Held(v1::SearchResult::Kind kind, const WordsById& wanted) {
  std::vector<int64_t> ids;
  for (const auto& [id, words] : wanted) ids.push_back(id);
  WordsById held;
  for (const auto& portion : storage::InPortions(std::move(ids))) {
    std::vector<Value> values{session_.account_id(), kind};
    values.insert(values.end(), portion.ids.begin(), portion.ids.end());
    for (const auto& row :
         session_.db.QueryWith("SELECT id, word FROM search_words WHERE account_id = ? AND kind = ? AND id IN (" +
                                   portion.placeholders + ")",
                               values)) {
      held[row.Int(0)].insert(row.Text(1));
    }
  }
  return held;
}

}  // namespace voronka::crm
