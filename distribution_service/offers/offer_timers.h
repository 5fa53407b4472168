#pragma once

#include "foundation/timers/timers.h"
#include "voronka/distribution/v1/rows.pb.h"

namespace voronka::distribution {

// One timer for each open offer: it makes a planned offer, and takes back a made one at its deadline.
class OfferTimers {
 public:
  static constexpr const char* kKind = "offer";

  explicit OfferTimers(timers::Timers& timers) : timers_(timers) {}

  // Planned: due now, leased to this process. Made: at the deadline. Ended: cancels it.
  void Set(rpc::Session& session, const v1::OfferRow& offer);
  void SetAt(rpc::Session& session, const v1::OfferRow& offer, int64_t due);
  static void Cancel(rpc::Session& session, const v1::OfferRow& offer);

 private:
  timers::Timers& timers_;
};

}  // namespace voronka::distribution
