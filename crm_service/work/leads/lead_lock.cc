#include "crm_service/work/leads/lead_lock.h"

#include "crm_service/sales/deals/deal_access.h"
#include "crm_service/sales/deals/epoch.h"
#include "crm_service/sales/pipelines/purposes.h"
#include "foundation/rpc/requests/error.h"

namespace voronka::crm {

LockedDeal LockLead(rpc::Session& session, int64_t deal_id) {
  auto locked = LockDeal(session, deal_id);
  CheckMayChange(session, locked.deal);
  rpc::Violations violations;
  violations.AddUnless(IsForLeads(locked.pipeline), "NOT_A_LEAD", "deal_id",
                       {"This is a deal, not a lead.", "Это сделка, а не лид."});
  violations.ThrowIfAny(rpc::Code::kFailedPrecondition);
  return locked;
}

void RequireOpenLead(rpc::Session& session, const LockedDeal& lead, int64_t epoch) {
  CheckEpoch(epoch, lead.deal);
  CheckOfferStands(session, lead);
  rpc::Violations violations;
  violations.AddUnless(lead.deal.state() == v1::Deal::STATE_OPEN, "LEAD_CLOSED", "deal_id",
                       {"The lead is closed already.", "Лид уже закрыт."});
  violations.ThrowIfAny(rpc::Code::kFailedPrecondition);
}

}  // namespace voronka::crm
