#pragma once

#include <cstdint>
#include <set>
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
  // Those of the deals whose last decision says that they wait.
  std::set<int64_t> WaitingAmong(const std::vector<int64_t>& deal_ids);

 private:
  rpc::Session& session_;
};

}  // namespace voronka::distribution
