#pragma once

#include <cstdint>
#include <set>
#include <vector>

#include "foundation/timers/timers.h"
#include "notifier/news/approval_news.h"
#include "voronka/crm/v1/resource_change.pb.h"

namespace voronka::notifier {

// Keeps a timer for each approval that nobody has answered, tells whoever is asked and whoever asked, and passes the
// asking on to others in time. A timer carries the change by which it was asked for, so that firing needs no call.
class ApprovalWaits {
 public:
  explicit ApprovalWaits(timers::Timers& timers);

  // `change`: of an approval.
  void Follow(rpc::Session& session, const crm::v1::ResourceChange& change, const ChangedBy& by);
  // Every timer of the account's approvals, before all unanswered ones are listed again.
  static void ForgetAll(rpc::Session& session);
  // After that: what users were told of the other approvals has ended.
  static void EndNewsOfOthers(rpc::Session& session);

 private:
  timers::Timers& timers_;
};

// Those of the deals that wait for an approval. One that has not been answered for a week after it was passed on is
// waited for no more.
std::set<int64_t> DealsThatWait(rpc::Session& session, const std::vector<int64_t>& deal_ids);

}  // namespace voronka::notifier
