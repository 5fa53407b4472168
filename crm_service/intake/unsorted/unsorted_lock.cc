#include "crm_service/intake/unsorted/unsorted_lock.h"

#include <optional>

#include "crm_service/intake/unsorted/unsorted_rules.h"
#include "crm_service/people/access/sight.h"
#include "crm_service/people/users/users.h"
#include "crm_service/sales/deals/sorting.h"
#include "crm_service/sales/sight/seen_deals.h"
#include "foundation/rpc/requests/error.h"

namespace voronka::crm {

using rpc::Session;
using v1::Deal;
using v1::TimelineEntry;

namespace {

// Whoever saw it waiting may know what became of it, even if they do not see the deal any more. Of any other deal that
// they do not see, they learn nothing.
void RequireMayKnow(Session& session, const Deal& deal, const TimelineEntry& last) {
  const bool sees_unsorted = SightOf(session, v1::ENTITY_DEAL).Covers(0);
  const bool waited = deal.responsible_user_id() == 0 || last.kind() == TimelineEntry::KIND_UNSORTED_ACCEPTED;
  if (sees_unsorted && waited) return;
  if (!SeesDeal(session, deal)) throw rpc::NotFound("deal", deal.id());
}

}  // namespace

LockedDeal LockUnsorted(Session& session, int64_t deal_id) {
  auto locked = LockAnyDeal(session, deal_id);
  const auto& deal = locked.deal;
  const bool is_unsorted = IsUnsorted(deal, locked.pipeline);
  const auto last = is_unsorted ? TimelineEntry() : LastSortingOf(session, deal_id);
  RequireMayKnow(session, deal, last);
  if (is_unsorted) return locked;
  const int64_t sorter = WhoSorted(deal, last);
  ThrowSorted(session.caller, deal, last, sorter == 0 ? std::nullopt : Users(session).Find(sorter));
}

TimelineEntry LastSortingOf(Session& session, int64_t deal_id) {
  return session.db
      .SelectOne<TimelineEntry>(
          "SELECT kind, actor_user_id, user_id FROM timeline "
          "WHERE account_id = ? AND deal_id = ? AND kind IN (?, ?, ?, ?, ?, ?, ?) AND linked_deal_id = 0 "
          "ORDER BY create_time DESC, id DESC LIMIT 1",
          session.account_id(), deal_id, TimelineEntry::KIND_DEAL_CREATED, TimelineEntry::KIND_STAGE_CHANGED,
          TimelineEntry::KIND_OFFERED, TimelineEntry::KIND_OFFER_TAKEN, TimelineEntry::KIND_REASSIGNED,
          TimelineEntry::KIND_UNSORTED_ACCEPTED, TimelineEntry::KIND_UNSORTED_ATTACHED)
      .value_or(TimelineEntry());
}

}  // namespace voronka::crm
