#pragma once

#include <vector>

#include "foundation/rpc/calls/account_work.h"

namespace voronka::distribution {

// Deletes what was planned and decided for a deal when the last of it is a year old. A deal's plan goes as a whole: its
// attempts are counted. What is still needed stays: an open offer, and offers that came back from a queue while the
// deal still waits. Not thread-safe.
class PlanRetention {
 public:
  explicit PlanRetention(const rpc::AccountWork& work) : work_(work) {}

  // Looks at a thousand old decisions. True: there are more.
  bool ForgetPortion(storage::Connection& db, int64_t now);

 private:
  struct Deal {
    int64_t account_id;
    int64_t id;
    auto operator<=>(const Deal&) const = default;
  };

  static bool IsOver(rpc::Session& session, int64_t deal_id, int64_t before);
  void ForgetIfOver(storage::Connection& db, const Deal& deal, int64_t before);

  const rpc::AccountWork& work_;
  // Everything older has been looked at in this round.
  int64_t after_ = 0;
};

}  // namespace voronka::distribution
