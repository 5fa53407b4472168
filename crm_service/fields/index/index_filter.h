#pragma once

#include <google/protobuf/map.h>
#include <google/protobuf/repeated_ptr_field.h>

#include <set>
#include <string>
#include <vector>

#include "crm_service/fields/index/index_entries.h"
#include "foundation/rpc/calls/session.h"
#include "foundation/storage/rows/value.h"
#include "voronka/crm/v1/field_set.pb.h"
#include "voronka/crm/v1/field_value.pb.h"

namespace voronka::crm {

// What the `field_filters` of a list ask for.
class IndexFilter {
 public:
  // Suits everything.
  IndexFilter() = default;
  // Throws INVALID_ARGUMENT (UNKNOWN_FIELD, NOT_FILTERABLE, WRONG_KIND), FAILED_PRECONDITION (INDEX_NOT_READY).
  IndexFilter(rpc::Session& session, v1::Entity entity,
              const google::protobuf::RepeatedPtrField<v1::FieldFilter>& filters);

  bool empty() const { return entries_.empty(); }

  // For a statement about a table whose column `id` is the resource's: conditions that each begin with AND. Their
  // parameters are added to `values`.
  std::string Conditions(int64_t account_id, std::vector<storage::Value>& values) const;

  // Whether a resource with these values, which has been found in another way, suits.
  bool Suits(const google::protobuf::Map<std::string, v1::FieldValue>& values) const;

 private:
  v1::FieldSet field_set_;
  std::set<IndexEntry> entries_;
};

}  // namespace voronka::crm
