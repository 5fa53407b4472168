#include "crm_service/sales/deals/reassignment.h"

#include <utility>

#include "crm_service/sales/deals/deals.h"

namespace voronka::crm {

using v1::Deal;

Deal Reassign(rpc::Session& session, const Deal& before, const Reassignment& reassignment) {
  auto after = before;
  after.set_responsible_user_id(reassignment.user_id);
  after.clear_offer_deadline();
  after = Deals(session).Save(before, std::move(after),
                              {.kind = v1::ResourceChange::KIND_REASSIGNED,
                               .entry_kind = v1::TimelineEntry::KIND_REASSIGNED,
                               .user_id = reassignment.user_id,
                               .text = reassignment.reason});
  const int64_t former = before.responsible_user_id();
  if (reassignment.handover && former != 0 && former != reassignment.user_id) {
    reassignment.handover(session, after, former);
  }
  return after;
}

}  // namespace voronka::crm
