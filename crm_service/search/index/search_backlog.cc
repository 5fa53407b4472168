#include "crm_service/search/index/search_backlog.h"

#include <fmt/format.h>

#include <iterator>
#include <limits>
#include <string>
#include <vector>

#include "crm_service/search/index/renewal.h"
#include "crm_service/search/index/searched_kinds.h"

namespace voronka::crm {

using Source = BacklogEntry::Source;

namespace {

constexpr int kReadAtOnce = 100;
constexpr int64_t kNewest = std::numeric_limits<int64_t>::max();

std::vector<int64_t> IdsIn(const std::vector<storage::Row>& rows) {
  std::vector<int64_t> ids;
  for (const auto& row : rows) ids.push_back(row.Int(0));
  return ids;
}

// Deals that it is the main contact of, or takes part in.
std::vector<int64_t> DealsOfContactBelow(rpc::Session& session, int64_t contact_id, int64_t position) {
  return IdsIn(session.db.Query(
      "SELECT id FROM (SELECT id FROM deals WHERE account_id = ? AND contact_id = ? AND id < ? "
      "UNION SELECT deal_id FROM deal_contacts WHERE account_id = ? AND contact_id = ? AND deal_id < ?) AS found "
      "ORDER BY id DESC LIMIT ?",
      session.account_id(), contact_id, position, session.account_id(), contact_id, position, kReadAtOnce));
}

std::vector<int64_t> IdsBelow(rpc::Session& session, const SearchBacklog::Row& row) {
  const auto& entry = row.entry;
  if (entry.source == Source::kContact) return DealsOfContactBelow(session, entry.source_id, row.position);
  const bool is_of_company = entry.source == Source::kCompany;
  std::vector<storage::Value> values{session.account_id()};
  if (is_of_company) values.emplace_back(entry.source_id);
  values.emplace_back(row.position);
  values.emplace_back(kReadAtOnce);
  return IdsIn(
      session.db.QueryWith(fmt::format("SELECT id FROM {} WHERE account_id = ?{} AND id < ? ORDER BY id DESC LIMIT ?",
                                       TableOfKind(entry.kind), is_of_company ? " AND company_id = ?" : ""),
                           values));
}

// Those that have words, also if they are not there any more.
std::vector<int64_t> IndexedIds(rpc::Session& session, v1::SearchResult::Kind kind, int64_t first, int64_t end) {
  return IdsIn(
      session.db.Query("SELECT DISTINCT id FROM search_words WHERE account_id = ? AND kind = ? AND id >= ? AND id < ?",
                       session.account_id(), kind, first, end));
}

}  // namespace

void SearchBacklog::Add(const BacklogEntry& entry) {
  session_.db.Execute(
      "INSERT INTO search_backlog (account_id, kind, source, source_id, position) VALUES (?, ?, ?, ?, ?) "
      "ON DUPLICATE KEY UPDATE position = VALUES(position)",
      session_.account_id(), entry.kind, entry.source, entry.source_id, kNewest);
}

void SearchBacklog::AddAll() {
  for (const auto kind : kSearchedKinds) Add({kind, Source::kAll, 0});
}

void SearchBacklog::AddPartition(storage::Connection& db, int partition) {
  for (const auto kind : kSearchedKinds) {
    db.Execute(
        "INSERT INTO search_backlog (account_id, kind, source, source_id, position) "
        "SELECT id, ?, 0, 0, ? FROM accounts WHERE `partition` = ? ON DUPLICATE KEY UPDATE position = VALUES(position)",
        kind, kNewest, partition);
  }
}

std::optional<SearchBacklog::Row> SearchBacklog::Next(storage::Connection& db) {
  const auto rows = db.Query(
      "SELECT account_id, kind, source, source_id, position FROM search_backlog "
      "ORDER BY source DESC, account_id DESC, kind DESC LIMIT 1");
  if (rows.empty()) return std::nullopt;
  const auto& row = rows.front();
  return Row{row.Int(0),
             {static_cast<v1::SearchResult::Kind>(row.Int(1)), static_cast<Source>(row.Int(2)), row.Int(3)},
             row.Int(4)};
}

void SearchBacklog::DoPortion(const Row& row) {
  if (!IsThere(row)) return;
  auto ids = IdsBelow(session_, row);
  const bool is_end = std::ssize(ids) < kReadAtOnce;
  const int64_t position = is_end ? 0 : ids.back();
  if (row.entry.source == Source::kAll) {
    const auto indexed = IndexedIds(session_, row.entry.kind, position, row.position);
    ids.insert(ids.end(), indexed.begin(), indexed.end());
  }
  RenewWords(session_, row.entry.kind, ids);
  if (is_end) return Remove(row);
  MoveTo(row, position);
}

bool SearchBacklog::IsThere(const Row& row) {
  return !session_.db
              .Query(
                  "SELECT 1 FROM search_backlog "
                  "WHERE account_id = ? AND kind = ? AND source = ? AND source_id = ? AND position = ?",
                  row.account_id, row.entry.kind, row.entry.source, row.entry.source_id, row.position)
              .empty();
}

// Whoever has added the entry again since has put it elsewhere.
void SearchBacklog::MoveTo(const Row& row, int64_t position) {
  session_.db.Execute(
      "UPDATE search_backlog SET position = ? "
      "WHERE account_id = ? AND kind = ? AND source = ? AND source_id = ? AND position = ?",
      position, row.account_id, row.entry.kind, row.entry.source, row.entry.source_id, row.position);
}

void SearchBacklog::Remove(const Row& row) {
  session_.db.Execute(
      "DELETE FROM search_backlog "
      "WHERE account_id = ? AND kind = ? AND source = ? AND source_id = ? AND position = ?",
      row.account_id, row.entry.kind, row.entry.source, row.entry.source_id, row.position);
}

}  // namespace voronka::crm
