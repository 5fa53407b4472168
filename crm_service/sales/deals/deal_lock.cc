#include "crm_service/sales/deals/deal_lock.h"

#include <utility>

#include "crm_service/sales/deals/deal_access.h"
#include "crm_service/sales/deals/deals.h"
#include "crm_service/sales/pipelines/pipelines.h"
#include "crm_service/sales/sight/seen_deals.h"
#include "crm_service/sales/timeline/timeline.h"
#include "foundation/process/clock.h"
#include "foundation/process/fault_points.h"
#include "foundation/rpc/requests/error.h"
#include "foundation/storage/stored_message.h"
#include "voronka/crm/v1/approval.pb.h"

namespace voronka::crm {
namespace {

using process::Broken;
using process::Fault;

// For Fault::kEpochPredicate.
LockedDeal ReadUnlocked(rpc::Session& session, int64_t deal_id) {
  const auto deal = Deals(session).Get(deal_id);
  return {deal, Pipelines(session).Get(deal.pipeline()), session.db.Now(), true};
}

// Whoever has missed an offer of it learns that it was taken; to all others it is not there.
void RequireSeen(rpc::Session& session, const v1::Deal& deal) {
  if (SeesDeal(session, deal)) return;
  if (Timeline(session).LastOfferExpired(deal.id(), session.caller.user_id)) ThrowOfferExpired(session, deal);
  throw rpc::NotFound("deal", deal.id());
}

int64_t DeadlineClock(int64_t database_now) {
  return Broken(Fault::kLocalClock) ? process::SystemClock().NowMicros() : database_now;
}

}  // namespace

// One round trip reads all that a change is decided by. SYSDATE is the time when the row is returned. NOW would be the
// time when the statement began: after a wait for the lock, deadlines would be compared with a time in the past.
LockedDeal LockAnyDeal(rpc::Session& session, int64_t deal_id) {
  if (Broken(Fault::kEpochPredicate)) return ReadUnlocked(session, deal_id);
  auto found = session.db.SelectOneExtended<v1::Deal>(
      "SELECT {columns}, "
      "(SELECT definition FROM pipelines WHERE account_id = deals.account_id AND pipeline_key = deals.pipeline "
      "LOCK IN SHARE MODE), "
      "TIMESTAMPDIFF(MICROSECOND, '1970-01-01', SYSDATE(6)), "
      "(SELECT COUNT(*) FROM approvals FORCE INDEX (approvals_of_deal) "
      "WHERE account_id = deals.account_id AND deal_id = deals.id AND state IN (?, ?) LOCK IN SHARE MODE) "
      "FROM deals WHERE account_id = ? AND id = ? FOR UPDATE",
      v1::Approval::STATE_ASKED, v1::Approval::STATE_GIVEN, session.account_id(), deal_id);
  if (!found) throw rpc::NotFound("deal", deal_id);
  return {std::move(found->message), storage::Stored<v1::Pipeline>(found->more.Text(0)),
          DeadlineClock(found->more.Int(1)), found->more.Int(2) > 0};
}

LockedDeal LockDeal(rpc::Session& session, int64_t deal_id) {
  auto locked = LockAnyDeal(session, deal_id);
  RequireSeen(session, locked.deal);
  return locked;
}

}  // namespace voronka::crm
