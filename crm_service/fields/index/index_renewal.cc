#include "crm_service/fields/index/index_renewal.h"

#include <algorithm>
#include <compare>
#include <iterator>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "crm_service/fields/field_sets/field_sets.h"
#include "crm_service/fields/index/held_values.h"
#include "crm_service/fields/index/index_entries.h"
#include "crm_service/fields/index/index_keys.h"

namespace voronka::crm {

using v1::FieldSet;

namespace {

constexpr int kRenewedAtOnce = 200;

// That a resource has a value.
struct Standing {
  int64_t index_id;
  int64_t resource_id;
  std::string value;
  // The release before has written it.
  bool lacks_number = false;

  auto operator<=>(const Standing&) const = default;
};

using Standings = std::set<Standing>;

// Of fields whose index is full: others are being filled.
std::vector<int64_t> FullIndexesOf(const FieldSet& field_set) {
  std::vector<int64_t> indexes;
  for (const auto& field : field_set.fields()) {
    if (field.index_id() != 0 && !field.index_filling()) indexes.push_back(field.index_id());
  }
  return indexes;
}

Standings Wanted(const FieldSet& field_set, const std::vector<HeldValues>& portion) {
  Standings wanted;
  for (const auto& field : field_set.fields()) {
    if (field.index_filling()) continue;
    for (const auto& [id, values] : portion) {
      for (const auto& entry : EntriesOf(field, values)) wanted.insert({entry.index_id, id, entry.value});
    }
  }
  return wanted;
}

Standings Found(rpc::Session& session, const FieldSet& field_set, int64_t after, int64_t last) {
  Standings found;
  for (const int64_t index_id : FullIndexesOf(field_set)) {
    for (const auto& row : session.db.Query(
             "SELECT resource_id, value, number IS NULL FROM indexed_values WHERE account_id = ? AND index_id = ? "
             "AND resource_id > ? AND resource_id <= ?",
             session.account_id(), index_id, after, last)) {
      const auto value = row.Text(1);
      found.insert({index_id, row.Int(0), value, row.Bool(2) && NumberOf(value).has_value()});
    }
  }
  return found;
}

Standings Missing(const Standings& these, const Standings& among) {
  Standings missing;
  std::ranges::set_difference(these, among, std::inserter(missing, missing.end()));
  return missing;
}

Standing Numbered(Standing standing) {
  standing.lacks_number = false;
  return standing;
}

// What repeats although the field is unique stands there twice: nobody can write it again.
void Correct(rpc::Session& session, const Standings& found, const Standings& wanted) {
  for (const auto& standing : Missing(found, wanted)) {
    if (wanted.contains(Numbered(standing))) continue;
    session.db.Execute(
        "DELETE FROM indexed_values WHERE account_id = ? AND index_id = ? AND value = ? AND resource_id = ?",
        session.account_id(), standing.index_id, storage::Bytes{standing.value}, standing.resource_id);
  }
  std::vector<IndexRow> rows;
  for (const auto& standing : Missing(wanted, found)) {
    constexpr bool kUnique = false;
    rows.push_back({{standing.index_id, standing.value, "", kUnique}, standing.resource_id});
  }
  AddMissing(session, rows);
}

// The id of the last resource that was looked at; 0: of all. Values that seem to be wrong may just be written: they are
// looked at again while nobody can write any.
int64_t RenewNext(rpc::Session& session, v1::Entity entity, int64_t after) {
  auto field_set = FieldSets(session).Get(entity);
  if (FullIndexesOf(field_set).empty()) return 0;
  auto portion = ValuesAfter(session, entity, after, kRenewedAtOnce);
  if (portion.empty()) return 0;
  const int64_t last = portion.back().resource_id;
  const bool is_end = std::ssize(portion) < kRenewedAtOnce;
  if (Found(session, field_set, after, last) != Wanted(field_set, portion)) {
    field_set = FieldSets(session).Lock(entity);
    portion = ValuesAfter(session, entity, after, kRenewedAtOnce);
    std::erase_if(portion, [&](const HeldValues& held) { return held.resource_id > last; });
    Correct(session, Found(session, field_set, after, last), Wanted(field_set, portion));
  }
  return is_end ? 0 : last;
}

}  // namespace

bool IndexRenewal::RenewPortion(storage::Connection& db) {
  const auto next = db.Query(
      "SELECT account_id, id FROM field_sets WHERE account_id > ? OR (account_id = ? AND id >= ?) "
      "ORDER BY account_id, id LIMIT 1",
      account_id_, account_id_, entity_);
  if (next.empty()) {
    account_id_ = entity_ = resource_id_ = 0;
    return false;
  }
  if (next.front().Int(0) != account_id_ || next.front().Int(1) != entity_) resource_id_ = 0;
  account_id_ = next.front().Int(0);
  entity_ = next.front().Int(1);
  int64_t last = 0;
  work_.Run(db, account_id_, "renewing an index",
            [&](rpc::Session& session) { last = RenewNext(session, static_cast<v1::Entity>(entity_), resource_id_); });
  resource_id_ = last;
  if (last == 0) ++entity_;
  return true;
}

}  // namespace voronka::crm
