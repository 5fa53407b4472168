#pragma once

#include <google/protobuf/map.h>

#include <cstdint>
#include <set>
#include <string>

#include "crm_service/fields/index/index_entries.h"
#include "foundation/rpc/calls/session.h"
#include "foundation/rpc/requests/error.h"
#include "voronka/crm/v1/field_set.pb.h"
#include "voronka/crm/v1/field_value.pb.h"

namespace voronka::crm {

// The table `indexed_values`: which resources have which values in the fields that are filterable or unique. It is
// written in the transaction that writes the resource's row, under the field set's share lock.
class FieldIndex {
 public:
  using Values = google::protobuf::Map<std::string, v1::FieldValue>;

  FieldIndex(rpc::Session& session, v1::Entity entity) : session_(session), entity_(entity) {}

  // Adds FIELD_VALUE_TAKEN for each value of a unique field that is not as before and that another resource has.
  // `path`: that of the map.
  void CheckFree(const v1::FieldSet& field_set, int64_t resource_id, const Values& before, const Values& after,
                 const std::string& path, rpc::Violations& violations);

  // Puts what has changed into the index. Throws FIELD_VALUE_TAKEN: somebody else may have written the value just now.
  void Keep(int64_t resource_id, const Values& before, const Values& after);

 private:
  void Put(const IndexEntry& entry, int64_t resource_id);
  void TakeOut(const IndexEntry& entry, int64_t resource_id);
  // 0: nobody else has it.
  int64_t OtherWith(const IndexEntry& entry, int64_t resource_id);
  rpc::Violation Taken(int64_t holder, const std::string& path);

  rpc::Session& session_;
  const v1::Entity entity_;
};

}  // namespace voronka::crm
