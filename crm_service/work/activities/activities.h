#pragma once

#include <cstdint>
#include <vector>

#include "crm_service/log/resources/resource_table.h"
#include "foundation/rpc/requests/page.h"
#include "voronka/crm/v1/activity.pb.h"

namespace voronka::crm {

// The table `activities`. Whoever changes the activities of a deal has locked the deal: its rules count them.
class Activities : public ResourceTable<v1::Activity> {
 public:
  using ResourceTable::ResourceTable;

  // The deal's activities before the page's key, which is an id. Newest first.
  std::vector<v1::Activity> Of(int64_t deal_id, const rpc::Page& page);
};

}  // namespace voronka::crm
