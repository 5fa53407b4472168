#include "crm_service/sales/deals/deal_action.h"

#include <utility>

#include "crm_service/log/events/record.h"
#include "crm_service/sales/deals/deal_rules.h"
#include "crm_service/sales/timeline/timeline.h"

namespace voronka::crm {

using v1::Deal;
using v1::DealChange;
using v1::TimelineEntry;

namespace {

TimelineEntry EntryOf(const Deal* before, const Deal& after, const DealAction& action) {
  TimelineEntry entry;
  entry.set_deal_id(after.id());
  entry.set_kind(action.entry_kind);
  entry.set_user_id(action.user_id);
  entry.set_text(action.text);
  if (before == nullptr || !AreOnSameStage(*before, after)) {
    if (before != nullptr) entry.set_from_stage(before->stage());
    entry.set_to_stage(after.stage());
  }
  if (action.kind == DealChange::KIND_OFFERED && after.has_offer_deadline()) {
    *entry.mutable_deadline() = after.offer_deadline();
  }
  return entry;
}

v1::Event EventOf(const Deal* before, const Deal& after, const DealAction& action) {
  v1::Event event;
  auto& change = *event.mutable_deal();
  if (before != nullptr) *change.mutable_before() = *before;
  *change.mutable_after() = after;
  change.set_kind(action.kind);
  change.set_offer_taken(action.takes_offer);
  change.set_reason(action.text);
  return event;
}

}  // namespace

void RecordAction(rpc::Session& session, const Deal* before, const Deal& after, const DealAction& action) {
  Timeline(session).Add(EntryOf(before, after, action));
  Record(session, EventOf(before, after, action));
}

}  // namespace voronka::crm
