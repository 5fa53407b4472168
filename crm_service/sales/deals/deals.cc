#include "crm_service/sales/deals/deals.h"

#include <google/protobuf/util/time_util.h>

#include <limits>

#include "crm_service/sales/deals/stage_totals.h"
#include "crm_service/sales/deals/stage_visits.h"
#include "crm_service/log/events/record.h"
#include "crm_service/sales/pipelines/pipelines.h"
#include "crm_service/sales/pipelines/stages.h"
#include "crm_service/sales/timeline/timeline.h"
#include "foundation/process/clock.h"
#include "foundation/process/fault_points.h"
#include "foundation/rpc/error.h"
#include "foundation/rpc/page.h"

namespace voronka::crm {
namespace {

using google::protobuf::util::TimeUtil;
using process::Broken;
using process::Fault;
using v1::Deal;

bool SameInstant(const google::protobuf::Timestamp& a, const google::protobuf::Timestamp& b) {
  return a.seconds() == b.seconds() && a.nanos() == b.nanos();
}

bool SameStage(const Deal& a, const Deal& b) { return a.pipeline() == b.pipeline() && a.stage() == b.stage(); }

bool SameOwnership(const Deal& a, const Deal& b) {
  return SameStage(a, b) && a.responsible_user_id() == b.responsible_user_id() &&
         a.has_offer_deadline() == b.has_offer_deadline() && SameInstant(a.offer_deadline(), b.offer_deadline());
}

void NameByNumber(Deal& deal) {
  if (deal.name().empty()) deal.set_name("Сделка #" + std::to_string(deal.id()));
}

rpc::Error JustChanged() {
  return rpc::Error(rpc::Code::kAborted,
                    {"STALE_EPOCH", "epoch", {"The deal has just changed.", "Сделка только что изменилась."}});
}

}  // namespace

Deal Deals::Get(int64_t id) {
  auto deal = session_.db.SelectOne<Deal>("SELECT {columns} FROM deals WHERE account_id = ? AND id = ?",
                                          session_.account_id(), id);
  if (!deal) throw rpc::NotFound("deal", id);
  return *std::move(deal);
}

// One round trip for all that a change is decided by. SYSDATE is the clock of the moment when the row is returned, NOW
// would be that of the statement's start: one that waited for the lock would judge by a time long past.
LockedDeal Deals::Lock(int64_t id) {
  if (Broken(Fault::kEpochPredicate)) return {Get(id), Pipelines(session_).Get(Get(id).pipeline()), session_.db.Now()};
  auto found = session_.db.SelectOneExtended<Deal>(
      "SELECT {columns}, "
      "(SELECT definition FROM pipelines WHERE account_id = deals.account_id AND pipeline_key = deals.pipeline "
      "LOCK IN SHARE MODE), "
      "TIMESTAMPDIFF(MICROSECOND, '1970-01-01', SYSDATE(6)) "
      "FROM deals WHERE account_id = ? AND id = ? FOR UPDATE",
      session_.account_id(), id);
  if (!found) throw rpc::NotFound("deal", id);
  LockedDeal locked{std::move(found->message), {}, found->more.Int(1)};
  locked.pipeline.ParseFromString(found->more.Text(0));
  if (Broken(Fault::kLocalClock)) locked.now = process::SystemClock().NowMicros();
  return locked;
}

std::optional<Deal> Deals::LockOpenOf(int64_t contact_id) {
  return session_.db.SelectOne<Deal>(
      "SELECT {columns} FROM deals WHERE account_id = ? AND contact_id = ? AND state = ? "
      "ORDER BY id DESC LIMIT 1 FOR UPDATE",
      session_.account_id(), contact_id, Deal::STATE_OPEN);
}

std::optional<Deal> Deals::NewestOf(int64_t contact_id, Deal::State state) {
  return session_.db.SelectOne<Deal>(
      "SELECT {columns} FROM deals WHERE account_id = ? AND contact_id = ? AND state = ? ORDER BY id DESC LIMIT 1",
      session_.account_id(), contact_id, state);
}

v1::ListDealsResponse Deals::List(const v1::ListDealsRequest& request) {
  const rpc::Page page(request, {std::numeric_limits<int64_t>::max()});
  const auto pipeline = Pipelines(session_).Get(request.pipeline());
  const auto* stage = FindStage(pipeline, request.stage());
  if (stage == nullptr) throw rpc::NotFound("stage", request.stage());
  auto filter = StageFilter::Of(request);
  filter.pipeline = pipeline.key();
  filter.stage = stage->key();
  v1::ListDealsResponse response;
  page.Fill(OnStage(filter, page.key(), page.limit()), response.mutable_deals(), response.mutable_next_page_token(),
            [](const Deal& deal) { return std::vector{deal.id()}; });
  return response;
}

std::vector<Deal> Deals::OnStage(const StageFilter& filter, int64_t before, int limit) {
  if (!filter.responsible_user_id) {
    return session_.db.Select<Deal>(
        "SELECT {columns} FROM deals WHERE account_id = ? AND pipeline = ? AND stage = ? "
        "AND id < ? ORDER BY id DESC LIMIT ?",
        session_.account_id(), filter.pipeline, filter.stage, before, limit);
  }
  return session_.db.Select<Deal>(
      "SELECT {columns} FROM deals WHERE account_id = ? AND pipeline = ? AND stage = ? "
      "AND responsible_user_id = ? AND id < ? ORDER BY id DESC LIMIT ?",
      session_.account_id(), filter.pipeline, filter.stage, *filter.responsible_user_id, before, limit);
}

Deal Deals::Insert(Deal deal) {
  deal.set_id(session_.NextId("deal"));
  NameByNumber(deal);
  deal.set_epoch(1);
  deal.set_etag(1);
  *deal.mutable_create_time() = TimeUtil::MicrosecondsToTimestamp(session_.Now());
  *deal.mutable_update_time() = deal.create_time();
  *deal.mutable_stage_enter_time() = deal.create_time();
  session_.db.Insert("deals", {{"account_id", session_.account_id()}}, deal);
  StageVisits(session_).Enter(deal);
  Tell(nullptr, deal, {v1::DealChange::KIND_CREATED, v1::TimelineEntry::KIND_DEAL_CREATED});
  StageTotals(session_).Keep(nullptr, deal);
  return deal;
}

Deal Deals::Save(const Deal& before, Deal after, const DealDeed& deed) {
  NameByNumber(after);
  after.set_etag(before.etag() + 1);
  if (!SameOwnership(before, after)) after.set_epoch(before.epoch() + 1);
  *after.mutable_update_time() = TimeUtil::MicrosecondsToTimestamp(session_.Now());
  const auto changed = session_.db.Update("deals", after, "WHERE account_id = ? AND id = ? AND epoch = ? AND etag = ?",
                                          session_.account_id(), before.id(), before.epoch(), before.etag());
  if (changed != 1 && !Broken(Fault::kEpochPredicate)) throw JustChanged();
  if (!SameStage(before, after)) StageVisits(session_).Enter(after);
  Tell(&before, after, deed);
  StageTotals(session_).Keep(&before, after);
  return after;
}

void Deals::Tell(const Deal* before, const Deal& after, const DealDeed& deed) {
  v1::TimelineEntry entry;
  entry.set_deal_id(after.id());
  entry.set_kind(deed.told_as);
  entry.set_user_id(deed.user_id);
  entry.set_text(deed.text);
  if (before == nullptr || !SameStage(*before, after)) {
    if (before != nullptr) entry.set_from_stage(before->stage());
    entry.set_to_stage(after.stage());
  }
  if (deed.kind == v1::DealChange::KIND_OFFERED && after.has_offer_deadline()) {
    *entry.mutable_deadline() = after.offer_deadline();
  }
  Timeline(session_).Add(std::move(entry));

  v1::Event event;
  auto& change = *event.mutable_deal();
  if (before != nullptr) *change.mutable_before() = *before;
  *change.mutable_after() = after;
  change.set_kind(deed.kind);
  change.set_offer_taken(deed.takes_offer);
  change.set_reason(deed.text);
  Record(session_, std::move(event));
}

}  // namespace voronka::crm
