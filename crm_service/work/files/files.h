#pragma once

#include <cstdint>
#include <vector>

#include "crm_service/log/resources/resource_table.h"
#include "foundation/rpc/requests/page.h"
#include "voronka/crm/v1/file.pb.h"

namespace voronka::crm {

// The table `files`. Removed ones stay in it for a week.
class Files : public ResourceTable<v1::File> {
 public:
  using ResourceTable::ResourceTable;

  // Those that were not removed, before the page's key, which is an id. Newest first.
  std::vector<v1::File> Of(v1::Entity entity, int64_t entity_id, const rpc::Page& page);
};

}  // namespace voronka::crm
