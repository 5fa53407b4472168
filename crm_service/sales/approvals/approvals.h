#pragma once

#include <cstdint>
#include <vector>

#include "crm_service/log/resources/resource_table.h"
#include "voronka/crm/v1/approval.pb.h"
#include "voronka/crm/v1/deal.pb.h"

namespace voronka::crm {

// The table `approvals`.
class Approvals : public ResourceTable<v1::Approval> {
 public:
  using ResourceTable::ResourceTable;

  // Those that were asked since the deal came to its stage, newest first.
  std::vector<v1::Approval> SinceEntering(const v1::Deal& deal);
  // Nobody needs those any more that a deal which moves has asked for.
  void WithdrawOf(int64_t deal_id);
};

}  // namespace voronka::crm
