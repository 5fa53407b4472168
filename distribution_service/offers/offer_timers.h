#pragma once

#include "foundation/timers/timers.h"
#include "voronka/distribution/v1/rows.pb.h"

namespace voronka::distribution {

// One timer for each open offer: it makes a planned one, and takes back a standing one at its deadline.
class OfferTimers {
 public:
  static constexpr const char* kKind = "offer";

  explicit OfferTimers(timers::Timers& timers) : timers_(timers) {}

  // For now, leased, or for the deadline, as the offer's state says; for no time once it has ended.
  void Set(rpc::Session& session, const v1::OfferRow& offer);
  void SetAt(rpc::Session& session, const v1::OfferRow& offer, int64_t due);
  static void Cancel(rpc::Session& session, const v1::OfferRow& offer);

 private:
  timers::Timers& timers_;
};

}  // namespace voronka::distribution
