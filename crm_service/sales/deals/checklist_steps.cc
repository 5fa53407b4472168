#include "crm_service/sales/deals/checklist_steps.h"

#include <google/protobuf/util/time_util.h>

#include <algorithm>
#include <string>
#include <utility>

#include "crm_service/sales/deals/deal_access.h"
#include "crm_service/sales/deals/deal_lock.h"
#include "crm_service/sales/deals/deals.h"
#include "crm_service/sales/pipelines/stages.h"
#include "crm_service/sales/rules/rule_check.h"
#include "crm_service/sales/rules/rule_facts.h"
#include "foundation/rpc/requests/error.h"

namespace voronka::crm {

using rpc::Session;
using v1::ChecklistItem;
using v1::ChecklistTick;
using v1::Deal;
using v1::TimelineEntry;

namespace {

// The latest are kept.
constexpr int kMostTicks = 500;

// The item of the deal's stage. Throws NOT_FOUND.
const ChecklistItem& ItemOf(const v1::Stage* stage, const std::string& key) {
  if (stage == nullptr) throw rpc::NotFound("checklist_item", key);
  const auto item = std::ranges::find(stage->checklist(), key, &ChecklistItem::key);
  if (item == stage->checklist().end()) throw rpc::NotFound("checklist_item", key);
  return *item;
}

void RequireOfThisDeal(Session& session, const Deal& deal, const v1::Stage& stage, const ChecklistItem& item) {
  v1::StageRule whole;
  whole.mutable_checklist();
  const BindingRule rule{&stage, &whole};
  RuleFacts facts(session, deal);
  if (IsOf(item, facts.For({&rule, 1}))) return;
  throw rpc::Error(rpc::Code::kFailedPrecondition,
                   {"NOT_FOR_THIS_DEAL", "item", {"The item is not for this deal.", "Этот пункт не для этой сделки."}});
}

bool IsTickOf(const ChecklistTick& tick, const Deal& deal, const std::string& item) {
  return tick.pipeline() == deal.pipeline() && tick.stage() == deal.stage() && tick.item() == item;
}

bool HasTick(const Deal& deal, const std::string& item) {
  return std::ranges::any_of(deal.checklist_ticks().ticks(),
                             [&](const ChecklistTick& tick) { return IsTickOf(tick, deal, item); });
}

Deal Ticked(const Session& session, Deal deal, const std::string& item) {
  auto& ticks = *deal.mutable_checklist_ticks()->mutable_ticks();
  if (ticks.size() >= kMostTicks) ticks.DeleteSubrange(0, ticks.size() - kMostTicks + 1);
  auto& tick = *ticks.Add();
  tick.set_pipeline(deal.pipeline());
  tick.set_stage(deal.stage());
  tick.set_item(item);
  tick.set_user_id(session.caller.user_id);
  *tick.mutable_time() = google::protobuf::util::TimeUtil::MicrosecondsToTimestamp(session.Now());
  return deal;
}

Deal Unticked(Deal deal, const std::string& item) {
  auto& ticks = *deal.mutable_checklist_ticks()->mutable_ticks();
  ticks.erase(
      std::remove_if(ticks.begin(), ticks.end(), [&](const ChecklistTick& tick) { return IsTickOf(tick, deal, item); }),
      ticks.end());
  if (ticks.empty()) deal.clear_checklist_ticks();
  return deal;
}

}  // namespace

Deal TickChecklistItem(Session& session, const v1::TickChecklistItemRequest& request) {
  const auto locked = LockDeal(session, request.deal_id());
  const auto& before = locked.deal;
  CheckMayChange(session, before);
  const auto* stage = FindStage(locked.pipeline, before.stage());
  const auto& item = ItemOf(stage, request.item());
  RequireOfThisDeal(session, before, *stage, item);
  if (HasTick(before, item.key()) != request.untick()) return before;
  auto after = request.untick() ? Unticked(before, item.key()) : Ticked(session, before, item.key());
  return Deals(session).Save(
      before, std::move(after),
      {.kind = v1::ResourceChange::KIND_UPDATED,
       .entry_kind = request.untick() ? TimelineEntry::KIND_CHECKLIST_UNTICKED : TimelineEntry::KIND_CHECKLIST_TICKED,
       .text = item.text()});
}

}  // namespace voronka::crm
