#include "crm_service/search/finding/candidates.h"

#include <algorithm>
#include <bit>
#include <functional>
#include <iterator>
#include <set>
#include <span>
#include <string>

#include "crm_service/clients/sight/seen_clients.h"
#include "crm_service/people/access/sight.h"
#include "crm_service/search/index/searched_kinds.h"
#include "crm_service/search/index/statements.h"
#include "crm_service/work/tasks/seen_tasks.h"
#include "foundation/storage/select_by_ids.h"
#include "voronka/crm/v1/contact.pb.h"

namespace voronka::crm {

using storage::Bytes;
using storage::Value;
using v1::SearchResult;

namespace {

using Found = std::set<int64_t, std::greater<>>;

constexpr size_t kMostCandidates = 1'000;
// Of each word, however many words there are.
constexpr size_t kFewestOfWord = 16;

int64_t NumberOfDeal(SearchResult::Kind kind, const SoughtTerm& sought) {
  return kind == SearchResult::KIND_DEAL ? sought.term.number : 0;
}

// The newest that have one of its words.
Found WithAnyWord(rpc::Session& session, SearchResult::Kind kind, const SoughtTerm& sought) {
  Found found;
  const size_t limit = std::max(kFewestOfWord, kMostCandidates / std::max(size_t{1}, sought.words.size()));
  InFewSizes(sought.words, [&](std::span<const std::string> words) {
    std::vector<Value> values;
    for (const auto& word : words) {
      values.insert(values.end(), {Value(session.account_id()), Value(Bytes{word}), Value(kind), Value(limit)});
    }
    const std::string newest =
        "(SELECT id FROM search_words WHERE account_id = ? AND word = ? AND kind = ? ORDER BY id DESC LIMIT ?)";
    for (const auto& row : session.db.QueryWith(Repeated(newest, words.size(), " UNION ALL "), values)) {
      found.insert(row.Int(0));
    }
  });
  if (const int64_t number = NumberOfDeal(kind, sought); number != 0) found.insert(number);
  return found;
}

// A condition on the column `word`.
std::string HasTerm(const SoughtTerm& sought, std::vector<Value>& values) {
  constexpr char kAfterAll = '\xFF';
  if (sought.is_misspelt) {
    // Padded, so that few statements have to be prepared.
    auto words = sought.words;
    words.resize(std::bit_ceil(words.size()), words.back());
    for (const auto& word : words) values.emplace_back(Bytes{word});
    return "word IN (" + Repeated("?", words.size(), ", ") + ")";
  }
  for (const auto& beginning : sought.term.beginnings) {
    values.insert(values.end(), {Value(Bytes{beginning}), Value(Bytes{beginning + kAfterAll})});
  }
  return "(" + Repeated("(word >= ? AND word < ?)", sought.term.beginnings.size(), " OR ") + ")";
}

// Those that have this term, too.
Found Narrowed(rpc::Session& session, SearchResult::Kind kind, const Found& found, const SoughtTerm& sought) {
  Found narrowed;
  const int64_t number = NumberOfDeal(kind, sought);
  if (found.contains(number)) narrowed.insert(number);
  if (sought.words.empty()) return narrowed;
  for (const auto& portion : storage::InPortions({found.begin(), found.end()})) {
    std::vector<Value> values{session.account_id(), kind};
    values.insert(values.end(), portion.ids.begin(), portion.ids.end());
    const auto condition = HasTerm(sought, values);
    for (const auto& row : session.db.QueryWith("SELECT DISTINCT id FROM search_words FORCE INDEX (words_of_resource) "
                                                "WHERE account_id = ? AND kind = ? AND id IN (" +
                                                    portion.placeholders + ") AND " + condition,
                                                values)) {
      narrowed.insert(row.Int(0));
    }
  }
  return narrowed;
}

void AddSight(rpc::Session& session, SearchResult::Kind kind, std::string& sql, std::vector<Value>& values) {
  switch (kind) {
    case SearchResult::KIND_DEAL:
      return AddOwners(SightOf(session, v1::ENTITY_DEAL).owners(), "responsible_user_id", sql, values);
    case SearchResult::KIND_CONTACT:
      return SeenClients(session, v1::ENTITY_CONTACT).AddTo(sql, values);
    case SearchResult::KIND_COMPANY:
      return SeenClients(session, v1::ENTITY_COMPANY).AddTo(sql, values);
    default:
      return SeenTasks(session).AddTo(sql, values);
  }
}

Found Seen(rpc::Session& session, SearchResult::Kind kind, const Found& found) {
  std::string sql = std::string("SELECT id FROM ") + TableOfKind(kind) + " WHERE account_id = ?";
  std::vector<Value> values{session.account_id()};
  AddSight(session, kind, sql, values);
  Found seen;
  // Read as contacts, which have an id.
  for (const auto& each : storage::SelectByIds<v1::Contact>(session.db, sql + " AND id IN ({ids})", values,
                                                            {found.begin(), found.end()})) {
    seen.insert(each.id());
  }
  return seen;
}

}  // namespace

std::vector<int64_t> NewestWith(rpc::Session& session, SearchResult::Kind kind, const std::vector<SoughtTerm>& terms) {
  auto found = WithAnyWord(session, kind, terms.front());
  for (size_t i = 1; i < terms.size() && !found.empty(); ++i) found = Narrowed(session, kind, found, terms[i]);
  if (found.empty()) return {};
  const auto seen = Seen(session, kind, found);
  std::vector<int64_t> candidates(seen.begin(), seen.end());
  std::ranges::stable_partition(candidates, [&](int64_t id) {
    return std::ranges::any_of(terms, [&](const SoughtTerm& term) { return NumberOfDeal(kind, term) == id; });
  });
  return candidates;
}

}  // namespace voronka::crm
