#pragma once

#include <optional>
#include <string>

#include "event_consumer/change.h"
#include "foundation/timers/timers.h"
#include "voronka/crm/v1/deal.pb.h"

namespace voronka::notifier {

// A minute before the deadline. Nothing if that has passed, or if the deal is not on offer.
std::optional<int64_t> WarningMoment(const crm::v1::Deal& deal, int64_t now);

// Keeps a timer for each offer with a deadline, and warns the offeree.
class OfferWarnings {
 public:
  explicit OfferWarnings(timers::Timers& timers);

  // False: the change leaves the offer as it is.
  static bool Concerns(const events::ChangeTo<crm::v1::Deal>& change);
  // `client_name`: what a deal without a name is called.
  void Follow(rpc::Session& session, const events::ChangeTo<crm::v1::Deal>& change, const std::string& client_name);

 private:
  timers::Timers& timers_;
};

}  // namespace voronka::notifier
