#pragma once

#include <google/protobuf/map.h>

#include <compare>
#include <cstdint>
#include <set>
#include <span>
#include <string>

#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/field_set.pb.h"
#include "voronka/crm/v1/field_value.pb.h"

namespace voronka::crm {

// Where a value stands in an index.
struct IndexEntry {
  int64_t index_id;
  // As of IndexKeys.
  std::string value;
  // Key of the field.
  std::string field;
  bool is_unique;

  auto operator<=>(const IndexEntry&) const = default;
};

// Of the fields in use that have an index. Pure.
std::set<IndexEntry> EntriesOf(const v1::FieldSet& field_set,
                               const google::protobuf::Map<std::string, v1::FieldValue>& values);
// Of a field. Pure.
std::set<IndexEntry> EntriesOf(const v1::Field& field,
                               const google::protobuf::Map<std::string, v1::FieldValue>& values);

// A row of `indexed_values`.
struct IndexRow {
  IndexEntry entry;
  int64_t resource_id;
};

// Writes rows that nobody else writes, or that whoever has written them wrote alike. Those that stand there only get
// their number, which the release before did not write.
void AddMissing(rpc::Session& session, std::span<const IndexRow> rows);

}  // namespace voronka::crm
