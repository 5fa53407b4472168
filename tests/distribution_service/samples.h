#pragma once

#include <google/protobuf/util/time_util.h>

#include <vector>

#include "distribution_service/crm/deal_change.h"
#include "distribution_service/rotation/turns.h"
#include "voronka/crm/v1/deal.pb.h"
#include "voronka/crm/v1/pipeline.pb.h"
#include "voronka/crm/v1/queue.pb.h"
#include "voronka/crm/v1/resource_change.pb.h"
#include "voronka/distribution/v1/offer.pb.h"
#include "voronka/distribution/v1/rows.pb.h"

// A small world: queue 1 on sales/new with members 1, 2, 3, escalation to 8 and 9, and five minutes to take an offer.
namespace voronka::distribution {

constexpr int64_t kNow = 1'800'000'000'000'000;
constexpr int64_t kMinute = 60'000'000;
constexpr int64_t kTakeWithin = 5 * kMinute;

inline google::protobuf::Timestamp Instant(int64_t micros) {
  return google::protobuf::util::TimeUtil::MicrosecondsToTimestamp(micros);
}

inline v1::QueueRow SampleQueue(const std::vector<int64_t>& members = {1, 2, 3}) {
  v1::QueueRow queue;
  queue.set_id(1);
  queue.set_pipeline("sales");
  queue.set_stage("new");
  *queue.mutable_turns() = WithMembers({}, members);
  *queue.mutable_take_within() = google::protobuf::util::TimeUtil::MicrosecondsToDuration(kTakeWithin);
  for (const int64_t user_id : {8, 9}) queue.mutable_escalate_to()->add_user_ids(user_id);
  *queue.mutable_create_time() = Instant(kNow);
  queue.set_etag(1);
  return queue;
}

inline v1::QueueRow SampleQueueOn(const std::string& stage, int64_t id) {
  auto queue = SampleQueue();
  queue.set_id(id);
  queue.set_stage(stage);
  return queue;
}

// The same as the system of record defines it.
inline crm::v1::Queue DefinedQueue(const v1::QueueRow& row) {
  crm::v1::Queue queue;
  queue.set_id(row.id());
  queue.set_pipeline(row.pipeline());
  queue.set_stage(row.stage());
  for (const auto& member : row.turns().members()) queue.add_member_user_ids(member.user_id());
  *queue.mutable_take_within() = row.take_within();
  *queue.mutable_escalate_to_user_ids() = row.escalate_to().user_ids();
  queue.set_paused(row.paused());
  *queue.mutable_create_time() = row.create_time();
  queue.set_etag(row.etag());
  return queue;
}

// `sales` with the stages new, accepted and won.
inline crm::v1::Pipeline SamplePipeline() {
  crm::v1::Pipeline pipeline;
  pipeline.set_key("sales");
  for (const char* stage : {"new", "accepted", "won"}) pipeline.add_stages()->set_key(stage);
  return pipeline;
}

// Unowned.
inline crm::v1::Deal SampleDeal(int64_t id = 7, int64_t epoch = 1) {
  crm::v1::Deal deal;
  deal.set_id(id);
  deal.set_pipeline("sales");
  deal.set_stage("new");
  deal.set_state(crm::v1::Deal::STATE_OPEN);
  deal.set_epoch(epoch);
  *deal.mutable_create_time() = Instant(kNow);
  *deal.mutable_update_time() = Instant(kNow);
  return deal;
}

inline crm::v1::Deal OwnedDeal(int64_t user_id, int64_t epoch) {
  auto deal = SampleDeal(7, epoch);
  deal.set_responsible_user_id(user_id);
  return deal;
}

inline crm::v1::Deal OfferedDeal(int64_t user_id, int64_t epoch) {
  auto deal = OwnedDeal(user_id, epoch);
  *deal.mutable_offer_deadline() = Instant(kNow + kTakeWithin);
  return deal;
}

inline DealChange Change(crm::v1::ResourceChange::Kind kind, const crm::v1::Deal& after) {
  return {.kind = kind, .after = after};
}

inline DealChange Change(crm::v1::ResourceChange::Kind kind, const crm::v1::Deal& before, const crm::v1::Deal& after) {
  return {.kind = kind, .before = before, .after = after};
}

// As a list returns it.
inline DealChange Listed(const crm::v1::Deal& deal) { return {.after = deal}; }

// An offer of deal 7 to user 1, from queue 1.
inline v1::OfferRow SampleOffer(v1::Offer::State state, int64_t deal_epoch = 1) {
  v1::OfferRow offer;
  offer.set_deal_id(7);
  offer.set_attempt(1);
  offer.set_queue_id(1);
  offer.set_user_id(1);
  offer.set_state(state);
  offer.set_costs_turn(true);
  offer.set_round(1);
  offer.set_deal_epoch(deal_epoch);
  *offer.mutable_create_time() = Instant(kNow);
  *offer.mutable_take_within() = google::protobuf::util::TimeUtil::MicrosecondsToDuration(kTakeWithin);
  if (state == v1::Offer::STATE_STANDING) *offer.mutable_deadline() = Instant(kNow + kTakeWithin);
  return offer;
}

inline v1::OfferRow OfferTo(int64_t user_id, int attempt, v1::Offer::State state, int round = 1) {
  auto offer = SampleOffer(state, attempt);
  offer.set_user_id(user_id);
  offer.set_attempt(attempt);
  offer.set_round(round);
  return offer;
}

}  // namespace voronka::distribution
