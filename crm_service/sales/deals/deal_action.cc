#include "crm_service/sales/deals/deal_action.h"

#include <utility>

#include "crm_service/log/events/record.h"
#include "crm_service/log/events/resource_change.h"
#include "crm_service/sales/deals/deal_edit.h"
#include "crm_service/sales/deals/deal_rules.h"
#include "crm_service/sales/timeline/called_name.h"
#include "crm_service/sales/timeline/timeline.h"
#include "voronka/crm/v1/contact.pb.h"

namespace voronka::crm {

using v1::Deal;
using v1::ResourceChange;
using v1::TimelineEntry;

namespace {

void SayStages(const Deal* before, const Deal& after, TimelineEntry& entry) {
  if (before != nullptr && AreOnSameStage(*before, after)) return;
  entry.set_to_pipeline(after.pipeline());
  entry.set_to_stage(after.stage());
  if (before == nullptr) return;
  entry.set_from_pipeline(before->pipeline());
  entry.set_from_stage(before->stage());
}

TimelineEntry EntryOf(const Deal* before, const Deal& after, const DealAction& action) {
  TimelineEntry entry;
  entry.set_deal_id(after.id());
  entry.set_kind(action.entry_kind);
  entry.set_user_id(action.user_id);
  entry.set_text(action.text);
  SayStages(before, after, entry);
  if (action.kind == ResourceChange::KIND_OFFERED && after.has_offer_deadline()) {
    *entry.mutable_deadline() = after.offer_deadline();
  }
  return entry;
}

// The deal comes to a user, or is taken back from one.
bool ChangesHands(const Deal& after, ResourceChange::Kind kind) {
  switch (kind) {
    case ResourceChange::KIND_CREATED:
      return after.responsible_user_id() != 0;
    case ResourceChange::KIND_OFFERED:
    case ResourceChange::KIND_RECLAIMED:
    case ResourceChange::KIND_REASSIGNED:
      return true;
    default:
      return false;
  }
}

// Whoever is told of a deal that nobody has named knows it by its client.
void NameClient(rpc::Session& session, const Deal& after, ResourceChange& change) {
  if (!after.name().empty() || !ChangesHands(after, change.kind())) return;
  auto name = CalledName(session, after);
  if (name.empty()) return;
  v1::Contact client;
  client.set_id(after.contact_id());
  client.set_name(std::move(name));
  change.mutable_subject()->PackFrom(client);
}

}  // namespace

void RecordAction(rpc::Session& session, const Deal* before, const Deal& after, const DealAction& action) {
  auto change = ChangeOf(before, after);
  auto entry = EntryOf(before, after, action);
  if (action.entry_kind == TimelineEntry::KIND_DEAL_UPDATED) *entry.mutable_edit() = EditOf(change, *before, after);
  Timeline(session).Add(std::move(entry));
  change.set_kind(action.kind);
  change.set_reason(action.text);
  NameClient(session, after, change);
  Record(session, session.account_id(), std::move(change));
}

}  // namespace voronka::crm
