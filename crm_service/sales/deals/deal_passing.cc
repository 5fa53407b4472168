#include "crm_service/sales/deals/deal_passing.h"

#include <utility>

#include "crm_service/sales/deals/deal_lock.h"
#include "crm_service/sales/deals/deals.h"
#include "crm_service/sales/deals/outdated_approvals.h"

namespace voronka::crm {

bool PassDealOn(rpc::Session& session, const DealPassing& passing) {
  const auto locked = LockAnyDeal(session, passing.deal_id);
  const bool is_contact = passing.kind == v1::CLIENT_KIND_CONTACT;
  if ((is_contact ? locked.deal.contact_id() : locked.deal.company_id()) != passing.from) return false;
  auto after = locked.deal;
  is_contact ? after.set_contact_id(passing.to) : after.set_company_id(passing.to);
  after = Deals(session).Save(
      locked.deal, std::move(after),
      {.kind = v1::ResourceChange::KIND_UPDATED, .entry_kind = passing.entry_kind, .text = passing.text});
  if (locked.has_approvals) WithdrawOutdated(session, locked.pipeline, after);
  return true;
}

}  // namespace voronka::crm
