#include "crm_service/fields/index/field_index.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "crm_service/fields/field_sets/field_name.h"
#include "crm_service/fields/field_sets/field_sets.h"
#include "crm_service/fields/index/index_keys.h"
#include "crm_service/fields/index/resource_words.h"
#include "foundation/storage/errors.h"

namespace voronka::crm {

using storage::Bytes;
using storage::Value;

namespace {

std::set<IndexEntry> OnlyIn(const std::set<IndexEntry>& these, const std::set<IndexEntry>& others) {
  std::set<IndexEntry> only;
  std::ranges::set_difference(these, others, std::inserter(only, only.end()));
  return only;
}

}  // namespace

void FieldIndex::CheckFree(const v1::FieldSet& field_set, int64_t resource_id, const Values& before,
                           const Values& after, const std::string& path, rpc::Violations& violations) {
  for (const auto& entry : OnlyIn(EntriesOf(field_set, after), EntriesOf(field_set, before))) {
    const int64_t holder = entry.is_unique ? OtherWith(entry, resource_id) : 0;
    if (holder == 0) continue;
    auto taken = Taken(holder, PathOfValue(path, entry.field));
    violations.Add(std::move(taken.reason), std::move(taken.field), std::move(taken.text));
  }
}

// What is taken out comes first: of texts that only differ in case, both stand for the same.
void FieldIndex::Keep(int64_t resource_id, const Values& before, const Values& after) {
  const auto field_set = FieldSets(session_).GetForWrite(entity_);
  const auto former = EntriesOf(field_set, before);
  const auto wanted = EntriesOf(field_set, after);
  for (const auto& entry : OnlyIn(former, wanted)) TakeOut(entry, resource_id);
  for (const auto& entry : OnlyIn(wanted, former)) Put(entry, resource_id);
}

// Of two who write a value at once, one waits for the other at the unique key. The key does not know the values that
// were there before the field was unique; they are looked for.
void FieldIndex::Put(const IndexEntry& entry, int64_t resource_id) {
  const Bytes value{entry.value};
  try {
    session_.db.Execute(
        "INSERT INTO indexed_values (account_id, index_id, value, resource_id, sole_value, number) "
        "VALUES (?, ?, ?, ?, ?, ?)",
        session_.account_id(), entry.index_id, value, resource_id, entry.is_unique ? Value(value) : Value(),
        NumberOf(entry.value));
  } catch (const storage::DuplicateKey&) {
    // Somebody else has the value, who is found below.
  }
  if (!entry.is_unique) return;
  const int64_t holder = OtherWith(entry, resource_id);
  if (holder == 0) return;
  throw rpc::Error(rpc::Code::kInvalidArgument, Taken(holder, FieldName{entity_, entry.field}.Path()));
}

void FieldIndex::TakeOut(const IndexEntry& entry, int64_t resource_id) {
  session_.db.Execute(
      "DELETE FROM indexed_values WHERE account_id = ? AND index_id = ? AND value = ? AND resource_id = ?",
      session_.account_id(), entry.index_id, Bytes{entry.value}, resource_id);
}

int64_t FieldIndex::OtherWith(const IndexEntry& entry, int64_t resource_id) {
  const auto rows = session_.db.Query(
      "SELECT resource_id FROM indexed_values WHERE account_id = ? AND index_id = ? AND value = ? "
      "AND resource_id <> ? ORDER BY resource_id LIMIT 1",
      session_.account_id(), entry.index_id, Bytes{entry.value}, resource_id);
  return rows.empty() ? 0 : rows.front().Int(0);
}

rpc::Violation FieldIndex::Taken(int64_t holder, const std::string& path) {
  const auto name = NameOf(session_, entity_, holder);
  return {"FIELD_VALUE_TAKEN",
          path,
          {"This value must not repeat, and it is taken: " + name.en + ".",
           "Значение не должно повторяться, а это уже занято: " + name.ru + "."}};
}

}  // namespace voronka::crm
