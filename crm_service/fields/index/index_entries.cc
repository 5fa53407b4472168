#include "crm_service/fields/index/index_entries.h"

#include <algorithm>
#include <vector>

#include "crm_service/fields/index/index_keys.h"

namespace voronka::crm {

using google::protobuf::Map;
using storage::Bytes;
using storage::Value;
using v1::FieldValue;

namespace {

constexpr size_t kRowsAtOnce = 100;

void InsertMissing(rpc::Session& session, std::span<const IndexRow> rows) {
  std::string sql = "INSERT INTO indexed_values (account_id, index_id, value, resource_id, sole_value, number) VALUES ";
  std::vector<Value> values;
  for (const auto& [entry, resource_id] : rows) {
    sql += values.empty() ? "(?, ?, ?, ?, ?, ?)" : ", (?, ?, ?, ?, ?, ?)";
    const Bytes value{entry.value};
    values.insert(values.end(), {session.account_id(), entry.index_id, value, resource_id,
                                 entry.is_unique ? Value(value) : Value(), NumberOf(entry.value)});
  }
  // Whichever row stands in the way has the same value, so its number is the same.
  sql += " ON DUPLICATE KEY UPDATE number = VALUES(number)";
  session.db.ExecuteWith(sql, values);
}

}  // namespace

std::set<IndexEntry> EntriesOf(const v1::Field& field, const Map<std::string, FieldValue>& values) {
  std::set<IndexEntry> entries;
  const auto value = values.find(field.key());
  if (field.index_id() == 0 || value == values.end()) return entries;
  for (const auto& key : IndexKeys(field, value->second)) {
    entries.insert({field.index_id(), key, field.key(), field.unique()});
  }
  return entries;
}

std::set<IndexEntry> EntriesOf(const v1::FieldSet& field_set, const Map<std::string, FieldValue>& values) {
  std::set<IndexEntry> entries;
  for (const auto& field : field_set.fields()) entries.merge(EntriesOf(field, values));
  return entries;
}

void AddMissing(rpc::Session& session, std::span<const IndexRow> rows) {
  for (; !rows.empty(); rows = rows.subspan(std::min(kRowsAtOnce, rows.size()))) {
    InsertMissing(session, rows.first(std::min(kRowsAtOnce, rows.size())));
  }
}

}  // namespace voronka::crm
