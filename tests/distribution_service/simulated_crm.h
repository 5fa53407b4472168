#pragma once

#include <deque>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "distribution_service/offers/deal_plan.h"
#include "tests/distribution_service/samples.h"

namespace voronka::distribution {

// The system of record's rules about ownership, without a database: every change of a deal is an event.
class SimulatedCrm {
 public:
  // Why it was refused. Nothing: done, and the event says so.
  using Answer = std::optional<Refusal>;

  int64_t now = kNow;
  std::map<int64_t, crm::v1::Deal> deals;
  std::deque<DealChange> events;
  std::set<int64_t> disabled;

  void Create(int64_t client_manager) {
    auto deal = SampleDeal(static_cast<int64_t>(deals.size()) + 1);
    deal.set_client_manager_user_id(client_manager);
    Write(crm::v1::ResourceChange::KIND_CREATED, deal);
  }

  bool IsOnOffer(int64_t id) const { return deals.at(id).has_offer_deadline(); }

  void Take(int64_t id) {
    auto deal = deals.at(id);
    if (!IsOnOffer(id) || now >= Deadline(deal)) return;
    deal.clear_offer_deadline();
    Write(crm::v1::ResourceChange::KIND_TAKEN, deal);
  }

  void Decline(int64_t id) {
    if (IsOnOffer(id)) Give(id, 0, crm::v1::ResourceChange::KIND_DECLINED);
  }

  void Reassign(int64_t id, int64_t user_id) { Give(id, user_id, crm::v1::ResourceChange::KIND_REASSIGNED); }

  // By somebody other than the offeree: the offer stands.
  void Touch(int64_t id) { Write(crm::v1::ResourceChange::KIND_MOVED, deals.at(id)); }

  void Lose(int64_t id) {
    auto deal = deals.at(id);
    deal.set_state(crm::v1::Deal::STATE_LOST);
    deal.clear_offer_deadline();
    Write(crm::v1::ResourceChange::KIND_MOVED, deal);
  }

  Answer Offer(const v1::OfferRow& offer) {
    return Once("offer", offer, [&](crm::v1::Deal deal) -> Answer {
      if (!IsUnowned(deal)) return Refusal{"ALREADY_OWNED", ""};
      if (disabled.contains(offer.user_id())) return Refusal{"USER_DISABLED", ""};
      deal.set_responsible_user_id(offer.user_id());
      if (offer.has_take_within()) *deal.mutable_offer_deadline() = Instant(now) + offer.take_within();
      Write(crm::v1::ResourceChange::KIND_OFFERED, deal);
      return std::nullopt;
    });
  }

  Answer Reclaim(const v1::OfferRow& offer) {
    return Once("reclaim", offer, [&](const crm::v1::Deal& deal) -> Answer {
      if (!deal.has_offer_deadline()) return Refusal{"NO_OFFER", ""};
      if (now < Deadline(deal)) return Refusal{"OFFER_STANDS", ""};
      Give(deal.id(), 0, crm::v1::ResourceChange::KIND_RECLAIMED);
      return std::nullopt;
    });
  }

 private:
  static int64_t Deadline(const crm::v1::Deal& deal) {
    return google::protobuf::util::TimeUtil::TimestampToMicroseconds(deal.offer_deadline());
  }

  // A retry of a successful call gets the same answer.
  template <class Decide>
  Answer Once(const std::string& verb, const v1::OfferRow& offer, Decide decide) {
    const auto key = verb + std::to_string(offer.deal_id()) + "/" + std::to_string(offer.attempt());
    if (done_.contains(key)) return std::nullopt;
    const auto& deal = deals.at(offer.deal_id());
    if (deal.epoch() != offer.deal_epoch()) return Refusal{"STALE_EPOCH", ""};
    Answer answer = decide(deal);
    if (!answer) done_.insert(key);
    return answer;
  }

  void Give(int64_t id, int64_t user_id, crm::v1::ResourceChange::Kind kind) {
    auto deal = deals.at(id);
    deal.set_responsible_user_id(user_id);
    deal.clear_offer_deadline();
    Write(kind, deal);
  }

  void Write(crm::v1::ResourceChange::Kind kind, crm::v1::Deal deal) {
    deal.set_epoch(deals.contains(deal.id()) ? deal.epoch() + 1 : 1);
    *deal.mutable_update_time() = Instant(now);
    auto change = Change(kind, deal);
    if (deals.contains(deal.id())) change.before = deals.at(deal.id());
    deals[deal.id()] = deal;
    events.push_back(change);
  }

  std::set<std::string> done_;
};

}  // namespace voronka::distribution
