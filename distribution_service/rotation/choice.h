#pragma once

#include "distribution_service/rotation/round.h"
#include "voronka/distribution/v1/offer.pb.h"
#include "voronka/distribution/v1/rows.pb.h"

namespace voronka::distribution {

// Who is asked next, and why.
struct Choice {
  // KIND_TURN, KIND_CLIENT_MANAGER, KIND_ESCALATED or KIND_WAITING.
  v1::Decision::Kind kind;
  // 0: nobody; the deal waits.
  int64_t user_id = 0;
  v1::Grounds grounds;

  bool CostsTurn() const { return kind == v1::Decision::KIND_TURN; }
  bool IsForGood() const { return kind == v1::Decision::KIND_ESCALATED; }
};

// A known client's manager is asked first; then the members in turn; when none is left, those to escalate to.
Choice Choose(const v1::QueueRow& queue, const Round& round, int64_t client_manager_user_id);
// The first of those to escalate to who is not known to be disabled. `why`: why nobody else is asked.
Choice Escalate(const v1::QueueRow& queue, const Round& round, v1::Grounds why);

}  // namespace voronka::distribution
