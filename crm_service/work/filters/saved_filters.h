#pragma once

#include <cstdint>
#include <vector>

#include "crm_service/log/resources/resource_table.h"
#include "voronka/crm/v1/saved_filter.pb.h"

namespace voronka::crm {

// The table `saved_filters`.
class SavedFilters : public ResourceTable<v1::SavedFilter> {
 public:
  using ResourceTable::ResourceTable;

  // At most `limit` with a larger id, in order of id.
  std::vector<v1::SavedFilter> After(int64_t id, int limit);
};

}  // namespace voronka::crm
