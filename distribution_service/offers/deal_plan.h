#pragma once

#include <cstdint>
#include <vector>

#include "distribution_service/crm/deal_change.h"
#include "distribution_service/crm/refusal.h"
#include "distribution_service/rotation/choice.h"
#include "voronka/distribution/v1/offer.pb.h"
#include "voronka/distribution/v1/rows.pb.h"

namespace voronka::distribution {

bool IsOpen(const v1::OfferRow& offer);
// Open and without an owner: what a queue distributes.
bool IsUnowned(const crm::v1::Deal& deal);
// Open, and offered to somebody until a deadline.
bool IsOnOffer(const crm::v1::Deal& deal);

// The offers of one deal, and what is decided about them now. Pure: its owner loads the offers and stores the outcome.
class DealPlan {
 public:
  // `offers` are all of the deal's, in order.
  DealPlan(std::vector<v1::OfferRow> offers, int64_t now) : offers_(std::move(offers)), now_(now) {}

  // What a change of the deal means for the open offer.
  void Follow(const DealChange& change);
  // The planned offer `attempt` was refused; the deal has `deal_epoch` now.
  void Refuse(int attempt, const Refusal& refusal, int64_t deal_epoch);
  // The open offer ends without a miss.
  void Withdraw(const v1::Grounds& why);

  // The deal is unowned, no offer is open, and nothing newer is known.
  bool NeedsOffer(const crm::v1::Deal& deal) const;
  // Plans the next offer, which takes the turn in `queue`, or lets the deal wait.
  void Offer(v1::QueueRow& queue, const crm::v1::Deal& deal);
  // The queue whose offers nobody took, so that the deal has come back to it. 0: it has not come back.
  int64_t ReturnedTo() const;
  // The deal has come back to `queue`, but its stage has no queue now: plans an offer to the queue's escalation.
  void Escalate(const v1::QueueRow& queue, const crm::v1::Deal& deal);

  // The deal is on offer, but no offer is open: the plan has lost it with the restore of a backup.
  bool HasLostOffer(const crm::v1::Deal& deal) const;
  // Takes the offer into the plan, so that it ends like any other. `queue_id` is the queue of the deal's stage; 0:
  // none.
  void Adopt(int64_t queue_id, const crm::v1::Deal& deal);

  const std::vector<v1::OfferRow>& offers() const { return offers_; }
  // The offer that was confirmed or ended; NULL: none.
  const v1::OfferRow* changed() const { return At(changed_); }
  // The offer that was planned or adopted; NULL: none.
  const v1::OfferRow* planned() const { return At(planned_); }
  // The offer whose turn must be given back; NULL: none.
  const v1::OfferRow* turn_given_back() const;
  const std::vector<v1::Decision>& decisions() const { return decisions_; }

 private:
  const v1::OfferRow* At(int index) const { return index < 0 ? nullptr : &offers_[index]; }
  v1::OfferRow* OpenOffer();
  // Whether an offer was planned; false: the deal waits.
  bool Plan(const v1::QueueRow& queue, const crm::v1::Deal& deal, const Round& round, const Choice& choice);
  void End(v1::OfferRow& offer, v1::Offer::State state, const v1::Grounds& why);
  void Note(const v1::OfferRow& about, v1::Decision::Kind kind, const v1::Grounds& why);
  int Last() const { return static_cast<int>(offers_.size()) - 1; }

  std::vector<v1::OfferRow> offers_;
  const int64_t now_;
  int changed_ = -1;
  int planned_ = -1;
  std::vector<v1::Decision> decisions_;
};

}  // namespace voronka::distribution
