#pragma once

#include <cstdint>
#include <vector>

#include "crm_service/log/resources/resource_table.h"
#include "foundation/rpc/requests/page.h"
#include "voronka/crm/v1/approval.pb.h"
#include "voronka/crm/v1/deal.pb.h"

namespace voronka::crm {

// The table `approvals`.
class Approvals : public ResourceTable<v1::Approval> {
 public:
  using ResourceTable::ResourceTable;

  // As Add and Save; the event names the deal as well, for those who are told, and a new approval says what the deal
  // is.
  v1::Approval AddFor(const v1::Deal& deal, v1::Approval approval);
  v1::Approval SaveFor(const v1::Deal& deal, const v1::Approval& before, v1::Approval after);

  // Those that were asked since the deal came to its stage, newest first.
  std::vector<v1::Approval> SinceEntering(const v1::Deal& deal);
  // Those of the deals that are asked for or given, whenever that was.
  std::vector<v1::Approval> StandingOf(const std::vector<int64_t>& deal_ids);
  // The next of the page, newest first. `deal_id` 0: of all deals; an unspecified state: all. Those of deals that the
  // caller sees, and those that they have asked for or are asked for, themselves or in place of whoever is.
  std::vector<v1::Approval> Of(int64_t deal_id, v1::Approval::State state, const rpc::Page& page);
  // Nobody needs those any more that a deal which moves has asked for.
  void WithdrawOf(int64_t deal_id);
  // One that is not of the deal as it is now. Nothing happens if it does not stand any more.
  void Outdate(const v1::Deal& deal, int64_t id);
};

}  // namespace voronka::crm
