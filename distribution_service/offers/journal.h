#pragma once

#include <vector>

#include "foundation/rpc/calls/session.h"
#include "voronka/distribution/v1/offer.pb.h"

namespace voronka::distribution {

// Every decision about a deal with its reason: the table `decisions` of the session's account.
class Journal {
 public:
  explicit Journal(rpc::Session& session) : session_(session) {}

  // Of one deal, in order. Of several KIND_WAITING in a row only the first is written.
  void Write(const std::vector<v1::Decision>& decisions);
  // Oldest first.
  std::vector<v1::Decision> OfDeal(int64_t deal_id);

 private:
  rpc::Session& session_;
};

}  // namespace voronka::distribution
