#pragma once

#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <utility>
#include <vector>

#include "distribution_service/rotation/turns.h"
#include "tests/distribution_service/simulated_crm.h"

namespace voronka::distribution {

// How often each thing happens in a thousand steps, besides events, timers and time.
struct Habits {
  int inquiries = 200;
  int known_clients = 0;
  int takes = 0;
  int declines = 0;
  int reassignments = 0;
  int returns = 0;
  int touches = 0;
  int losses = 0;
  int disabled_users = 0;
  int lost_answers = 0;
  int listings = 0;
};

// The planning of one queue against a simulated system of record, in virtual time: events arrive late, answers get
// lost, people do what they like. Like the tables, it stores in memory what DealPlan decides.
class Simulation {
 public:
  Simulation(uint64_t seed, const Habits& habits) : random_(seed), habits_(habits) {}

  void Step() {
    Happen(habits_.inquiries, [&] { crm_.Create(Chance(habits_.known_clients) ? AnyUser() : 0); });
    Happen(habits_.disabled_users, [&] { Toggle(AnyUser()); });
    HappenToADeal(habits_.takes, [&](int64_t id) { crm_.Take(id); });
    HappenToADeal(habits_.declines, [&](int64_t id) { crm_.Decline(id); });
    HappenToADeal(habits_.reassignments, [&](int64_t id) { crm_.Reassign(id, AnyUser()); });
    HappenToADeal(habits_.returns, [&](int64_t id) { crm_.Reassign(id, 0); });
    HappenToADeal(habits_.touches, [&](int64_t id) { crm_.Touch(id); });
    HappenToADeal(habits_.losses, [&](int64_t id) { crm_.Lose(id); });
    HappenToADeal(habits_.listings, [&](int64_t id) { Follow(Listed(crm_.deals.at(id))); });
    Happen(600, [&] { TakeEvent(); });
    Happen(600, [&] { RunTimer(); });
    Happen(300, [&] { crm_.now += static_cast<int64_t>(random_() % kMinute); });
  }

  // From now on only pending work happens: every answer arrives, every event is handled, everything begun is finished.
  void Settle() {
    habits_.lost_answers = 0;
    crm_.now += kLease;
    while (!crm_.events.empty() || IsTimerDue()) {
      TakeEvent();
      RunTimer();
    }
  }

  // Until every standing offer has expired and every search has ended.
  void RunOut() {
    Settle();
    while (!timers_.empty()) {
      crm_.now += kMinute;
      Settle();
    }
  }

  void Intake(int deals) {
    for (int i = 0; i < deals; ++i) crm_.Create(0);
  }

  SimulatedCrm& crm() { return crm_; }
  const v1::QueueRow& queue() const { return queue_; }
  const std::vector<v1::OfferRow>& OffersOf(int64_t deal_id) { return offers_[deal_id]; }
  const std::vector<v1::Decision>& DecisionsOf(int64_t deal_id) { return decisions_[deal_id]; }
  bool HasTimer(const v1::OfferRow& offer) const { return timers_.contains({offer.deal_id(), offer.attempt()}); }

 private:
  using TimerKey = std::pair<int64_t, int>;

  // After this time, an act without an answer is retried.
  static constexpr int64_t kLease = 5'000'000;

  bool Chance(int of_thousand) { return static_cast<int>(random_() % 1000) < of_thousand; }
  template <class Action>
  void Happen(int of_thousand, Action action) {
    if (Chance(of_thousand)) action();
  }
  template <class Action>
  void HappenToADeal(int of_thousand, Action action) {
    if (Chance(of_thousand) && !crm_.deals.empty()) action(1 + static_cast<int64_t>(random_() % crm_.deals.size()));
  }
  int64_t AnyUser() { return 1 + static_cast<int64_t>(random_() % 5); }
  void Toggle(int64_t user_id) {
    if (crm_.disabled.erase(user_id) == 0) crm_.disabled.insert(user_id);
  }

  void TakeEvent() {
    if (crm_.events.empty()) return;
    const auto change = crm_.events.front();
    crm_.events.pop_front();
    Follow(change);
  }

  void Follow(const DealChange& change) {
    UpdatePlan(change.after, [&](DealPlan& plan) { plan.Follow(change); });
  }

  template <class Update>
  void UpdatePlan(const crm::v1::Deal& deal, Update update) {
    DealPlan plan(offers_[deal.id()], crm_.now);
    update(plan);
    if (const auto* offer = plan.turn_given_back()) GiveTurnBack(*queue_.mutable_turns(), offer->user_id());
    if (plan.NeedsOffer(deal)) plan.Offer(queue_, deal);
    Store(deal.id(), plan);
  }

  void Store(int64_t deal_id, const DealPlan& plan) {
    offers_[deal_id] = plan.offers();
    for (const auto& decision : plan.decisions()) decisions_[deal_id].push_back(decision);
    for (const auto* offer : {plan.changed(), plan.planned()}) {
      if (offer != nullptr) SetTimer(*offer);
    }
  }

  void SetTimer(const v1::OfferRow& offer) {
    const TimerKey key(offer.deal_id(), offer.attempt());
    if (!IsOpen(offer)) return void(timers_.erase(key));
    const bool planned = offer.state() == v1::Offer::STATE_PLANNED;
    timers_[key] = planned ? crm_.now : google::protobuf::util::TimeUtil::TimestampToMicroseconds(offer.deadline());
  }

  bool IsTimerDue() const {
    return std::any_of(timers_.begin(), timers_.end(), [&](const auto& timer) { return timer.second <= crm_.now; });
  }

  void RunTimer() {
    for (const auto& [key, due] : timers_) {
      if (due <= crm_.now) return Act(offers_[key.first].at(key.second - 1));
    }
  }

  void Act(const v1::OfferRow& offer) {
    const TimerKey key(offer.deal_id(), offer.attempt());
    timers_[key] = crm_.now + kLease;
    const bool planned = offer.state() == v1::Offer::STATE_PLANNED;
    const auto refusal = planned ? crm_.Offer(offer) : crm_.Reclaim(offer);
    if (!refusal || Chance(habits_.lost_answers)) return;
    if (!planned) return void(timers_.erase(key));
    const auto deal = crm_.deals.at(offer.deal_id());
    UpdatePlan(deal, [&](DealPlan& plan) { plan.Refuse(key.second, *refusal, deal.epoch()); });
  }

  std::mt19937_64 random_;
  Habits habits_;
  SimulatedCrm crm_;
  v1::QueueRow queue_ = SampleQueue({1, 2, 3, 4, 5});
  std::map<int64_t, std::vector<v1::OfferRow>> offers_;
  std::map<int64_t, std::vector<v1::Decision>> decisions_;
  std::map<TimerKey, int64_t> timers_;
};

}  // namespace voronka::distribution
