#include "crm_service/fields/field_sets/field_sets.h"

#include <google/protobuf/util/time_util.h>

#include <utility>
#include <vector>

#include "crm_service/fields/field_sets/system_fields.h"
#include "crm_service/log/events/record.h"
#include "crm_service/log/events/resource_change.h"
#include "crm_service/people/accounts/accounts.h"
#include "foundation/storage/stored_message.h"

namespace voronka::crm {

using google::protobuf::util::TimeUtil;
using v1::Entity;
using v1::FieldSet;

namespace {

FieldSet StoredOrUsual(const std::vector<storage::Row>& rows, Entity entity) {
  return rows.empty() ? UsualFieldSet(entity) : WithSystemFields(storage::Stored<FieldSet>(rows.front().Text(0)));
}

}  // namespace

FieldSet FieldSets::Get(Entity entity) {
  return StoredOrUsual(session_.db.Query("SELECT definition FROM field_sets WHERE account_id = ? AND id = ?",
                                         session_.account_id(), entity),
                       entity);
}

FieldSetsByEntity FieldSets::All() {
  FieldSetsByEntity all;
  for (const auto entity : kEntitiesWithFields) all.emplace(entity, UsualFieldSet(entity));
  const auto rows =
      session_.db.Query("SELECT id, definition FROM field_sets WHERE account_id = ?", session_.account_id());
  for (const auto& row : rows) {
    all[static_cast<Entity>(row.Int(0))] = WithSystemFields(storage::Stored<FieldSet>(row.Text(1)));
  }
  return all;
}

FieldSet FieldSets::GetForWrite(Entity entity) {
  return StoredOrUsual(
      session_.db.Query("SELECT definition FROM field_sets WHERE account_id = ? AND id = ? LOCK IN SHARE MODE",
                        session_.account_id(), entity),
      entity);
}

// The account's lock serialises changes: there may be no row yet.
FieldSet FieldSets::Lock(Entity entity) {
  Accounts(session_).Lock();
  return StoredOrUsual(session_.db.Query("SELECT definition FROM field_sets WHERE account_id = ? AND id = ? FOR UPDATE",
                                         session_.account_id(), entity),
                       entity);
}

FieldSet FieldSets::Save(const FieldSet& before, FieldSet after) {
  after.set_etag(before.etag() + 1);
  const bool is_new = before.etag() == 0;
  if (is_new) Add(after);
  if (!is_new) Store(after);
  RecordChange(session_, session_.account_id(), is_new ? nullptr : &before, after);
  return after;
}

void FieldSets::SaveIndexState(const FieldSet& before, FieldSet after) {
  after.set_etag(before.etag() + 1);
  Store(after);
  Record(session_, session_.account_id(), ChangeOf(&before, after));
}

void FieldSets::Add(FieldSet& field_set) {
  *field_set.mutable_create_time() = TimeUtil::MicrosecondsToTimestamp(session_.Now());
  session_.db.Execute("INSERT INTO field_sets (account_id, id, definition) VALUES (?, ?, ?)", session_.account_id(),
                      field_set.id(), storage::Bytes{field_set.SerializeAsString()});
}

void FieldSets::Store(const FieldSet& field_set) {
  session_.db.Execute("UPDATE field_sets SET definition = ? WHERE account_id = ? AND id = ?",
                      storage::Bytes{field_set.SerializeAsString()}, session_.account_id(), field_set.id());
}

}  // namespace voronka::crm
