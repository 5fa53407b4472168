#pragma once

#include <deque>
#include <functional>
#include <memory>
#include <vector>

#include "distribution_service/background/deals_of_nobody.h"
#include "distribution_service/crm/deals.h"
#include "distribution_service/crm/directory.h"
#include "distribution_service/offers/planner.h"
#include "foundation/process/log.h"
#include "foundation/process/metrics.h"
#include "foundation/rpc/calls/account_work.h"

namespace voronka::distribution {

// Compares the plan of one account with its queues and deals as they are, in portions: takes over queues, gives each
// unowned deal in a queue's stage an open offer, and each open offer a timer. A failure in one queue or deal is logged
// and counted, and does not stop the others. Several replicas may do it at once.
class AccountComparison {
 public:
  struct Parts {
    const rpc::AccountWork& work;
    CrmDeals& deals;
    CrmDirectory& directory;
    Planner& planner;
    OfferTimers timers;
    process::Log& log;
    prometheus::Counter& failures;
    DealsOfNobody& nobodys;
  };

  enum class Scope {
    kUnowned,
    // Also the deals on offer, each of which must be in the plan: after the restore of a backup.
    kOnOfferToo,
  };

  AccountComparison(const Parts& parts, int64_t account_id, Scope scope = Scope::kUnowned);

  // Does one portion, which is one list or at most a hundred deals. Returns whether there is more to do. Does not
  // throw.
  bool DoPortion(storage::Connection& db);

  int64_t account_id() const { return account_id_; }
  // Whether its queues could not be followed, or something could not be listed, so far.
  bool has_failed() const { return !follows_queues_ || !all_listed_; }

 private:
  using Portion = std::function<void(storage::Connection&)>;
  using Deals = std::vector<crm::v1::Deal>;

  // What a failure is about; 0: no queue, no deal.
  struct Subject {
    int64_t queue_id = 0;
    int64_t deal_id = 0;
  };

  // Does it, or logs and counts why not. Returns whether it is done.
  bool Try(const Subject& subject, const std::function<void()>& act);
  void Run(storage::Connection& db, const std::function<void(rpc::Session&)>& body);

  void ReadQueues(storage::Connection& db);
  std::vector<v1::QueueRow> KeptQueues(storage::Connection& db);
  // Makes the queues that are kept here those of the system of record. `kept` is as it was at `time`.
  void FollowQueues(storage::Connection& db, const std::vector<v1::QueueRow>& kept, int64_t time);
  // As the system of record has them, with those that it takes over now.
  std::vector<crm::v1::Queue> DefinedQueues(const std::vector<v1::QueueRow>& kept);
  void ListDeals(const v1::QueueRow& queue);
  // Once everything is listed: what nobody has. Nothing if a part of it could not be listed.
  void ReportNobodys();
  void Plan(storage::Connection& db, const v1::QueueRow& queue, const Deals& deals);
  // `after`: the offer that the portion before ended with; NULL: from the first on.
  void RestoreTimers(storage::Connection& db, const v1::OfferRow* after);
  void Restore(storage::Connection& db, const v1::OfferRow& offer);

  Parts parts_;
  const int64_t account_id_;
  const Scope scope_;
  // What is still to be done, in order.
  std::deque<Portion> portions_;
  bool follows_queues_ = true;
  bool all_listed_ = true;
  Forgotten forgotten_;
};

}  // namespace voronka::distribution
