#include "crm_service/fields/index/index_fills.h"

#include <iterator>
#include <utility>
#include <vector>

#include "crm_service/fields/field_sets/field_sets.h"
#include "crm_service/fields/index/held_values.h"
#include "crm_service/fields/index/index_entries.h"

namespace voronka::crm {

using v1::Field;
using v1::FieldSet;

namespace {

// A portion takes some tens of milliseconds, during which nobody writes values of the entity.
constexpr int kResourcesAtOnce = 200;
constexpr int kForgottenValuesAtOnce = 1'000;

// Those in the bin, too: they come back with their index.
std::vector<Field*> FilledIn(FieldSet& field_set) {
  std::vector<Field*> filled;
  for (auto* fields : {field_set.mutable_fields(), field_set.mutable_removed_fields()}) {
    for (auto& field : *fields) {
      if (field.index_filling()) filled.push_back(&field);
    }
  }
  return filled;
}

void PutIn(rpc::Session& session, const std::vector<Field*>& fields, const std::vector<HeldValues>& portion) {
  std::vector<IndexRow> rows;
  for (const auto& [id, values] : portion) {
    for (const auto* field : fields) {
      for (const auto& entry : EntriesOf(*field, values)) rows.push_back({entry, id});
    }
  }
  AddMissing(session, rows);
}

// No field waits any more where it does not want an index by now.
void Finish(rpc::Session& session, const FieldSet& before, FieldSet after) {
  const auto filled = FilledIn(after);
  for (auto* field : filled) field->clear_index_filling();
  if (!filled.empty()) FieldSets(session).SaveIndexState(before, std::move(after));
  session.db.Execute("DELETE FROM index_fills WHERE account_id = ? AND entity = ?", session.account_id(),
                     before.entity());
}

// Whoever changes a value shares the lock of the field set, and has committed by the time that it is held here: what is
// read then is what stays.
void FillNext(rpc::Session& session, v1::Entity entity) {
  const auto before = FieldSets(session).Lock(entity);
  const auto rows = session.db.Query("SELECT position FROM index_fills WHERE account_id = ? AND entity = ? FOR UPDATE",
                                     session.account_id(), entity);
  if (rows.empty()) return;
  auto after = before;
  const auto fields = FilledIn(after);
  const auto portion = ValuesAfter(session, entity, rows.front().Int(0), kResourcesAtOnce);
  PutIn(session, fields, portion);
  if (fields.empty() || std::ssize(portion) < kResourcesAtOnce) return Finish(session, before, std::move(after));
  session.db.Execute("UPDATE index_fills SET position = ? WHERE account_id = ? AND entity = ?",
                     portion.back().resource_id, session.account_id(), entity);
}

}  // namespace

bool IndexFills::FillPortion(storage::Connection& db) {
  const auto next = db.Query(
      "SELECT account_id, entity FROM index_fills WHERE account_id > ? OR (account_id = ? AND entity > ?) "
      "ORDER BY account_id, entity LIMIT 1",
      account_id_, account_id_, entity_);
  if (next.empty()) {
    const bool is_first = account_id_ == 0;
    account_id_ = entity_ = 0;
    return !is_first;
  }
  account_id_ = next.front().Int(0);
  entity_ = next.front().Int(1);
  work_.Run(db, account_id_, "filling an index",
            [&](rpc::Session& session) { FillNext(session, static_cast<v1::Entity>(entity_)); });
  return true;
}

bool IndexFills::ForgetPortion(storage::Connection& db) {
  const auto ended = db.Query("SELECT account_id, index_id FROM ended_indexes ORDER BY account_id, index_id LIMIT 1");
  if (ended.empty()) return false;
  const int64_t account_id = ended.front().Int(0);
  const int64_t index_id = ended.front().Int(1);
  const int64_t deleted = db.Execute("DELETE FROM indexed_values WHERE account_id = ? AND index_id = ? LIMIT ?",
                                     account_id, index_id, kForgottenValuesAtOnce);
  if (deleted == kForgottenValuesAtOnce) return true;
  db.Execute("DELETE FROM ended_indexes WHERE account_id = ? AND index_id = ?", account_id, index_id);
  return true;
}

}  // namespace voronka::crm
