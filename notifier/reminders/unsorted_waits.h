#pragma once

#include "event_consumer/change.h"
#include "foundation/timers/timers.h"
#include "voronka/crm/v1/deal.pb.h"

namespace voronka::notifier {

// Keeps a timer for each unsorted inquiry that should be sorted in time, and tells whoever leads sales of those that
// were not.
class UnsortedWaits {
 public:
  explicit UnsortedWaits(timers::Timers& timers);

  // False: the change leaves the deadline as it is.
  static bool Concerns(const events::ChangeTo<crm::v1::Deal>& change);
  void Follow(rpc::Session& session, const events::ChangeTo<crm::v1::Deal>& change);

 private:
  timers::Timers& timers_;
};

}  // namespace voronka::notifier
