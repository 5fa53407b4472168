#pragma once

#include <google/protobuf/util/time_util.h>

#include <chrono>
#include <functional>
#include <optional>
#include <vector>

#include "distribution_service/offers/journal.h"
#include "distribution_service/offers/offers.h"
#include "distribution_service/offers/planner.h"
#include "distribution_service/queues/queue_copy.h"
#include "distribution_service/queues/queues.h"
#include "distribution_service/schema/migrations.h"
#include "foundation/process/clock.h"
#include "foundation/process/log.h"
#include "foundation/process/metrics.h"
#include "foundation/process/random.h"
#include "foundation/rpc/calls/account_work.h"
#include "foundation/storage/migrations.h"
#include "foundation/storage/workers.h"
#include "foundation/timers/timers.h"
#include "tests/distribution_service/samples.h"
#include "tests/support/database.h"
#include "voronka/config/v1/process.pb.h"

namespace voronka::distribution {

constexpr int64_t kAccount = 5;

// The service's own tables on a database, and the classes that work on them.
class World {
 public:
  // Work in the account, in a transaction on the given connection.
  using Body = std::function<void(rpc::Session&)>;

  // Only the tests call it.
  World() {
    timers.OnDue(OfferTimers::kKind, kLease, [](storage::Connection&, const timers::Timer&) {});
  }

  void Do(storage::Connection& connection, const Body& body) const { work.Run(connection, kAccount, "test", body); }
  void Do(const Body& body) { Do(db, body); }

  void Insert(const v1::QueueRow& queue) { InsertIn(kAccount, queue); }
  void InsertIn(int64_t account_id, const v1::QueueRow& queue) {
    work.Run(db, account_id, "test", [&](rpc::Session& session) { Queues(session).Insert(queue); });
  }
  // By a user, or with its stage.
  void End(int64_t queue_id) {
    Do([&](rpc::Session& session) { EndQueue(session, queue_id); });
  }
  void Follow(const DealChange& change) {
    Do([&](rpc::Session& session) { planner.Follow(session, change); });
  }

  std::vector<int64_t> QueueIds(int64_t account_id = kAccount) {
    std::vector<int64_t> ids;
    work.Run(db, account_id, "test", [&](rpc::Session& session) {
      ids.clear();
      for (const auto& queue : Queues(session).List(0, 1000)) ids.push_back(queue.id());
    });
    return ids;
  }
  v1::QueueRow Queue(int64_t id = 1) {
    return Read<v1::QueueRow>([&](rpc::Session& session) { return Queues(session).Get(id); });
  }
  std::vector<v1::OfferRow> OffersOf(int64_t deal_id) {
    return Read<std::vector<v1::OfferRow>>([&](rpc::Session& session) { return Offers(session).LockOfDeal(deal_id); });
  }
  std::vector<v1::Decision::Kind> JournalOf(int64_t deal_id) {
    std::vector<v1::Decision::Kind> kinds;
    Do([&](rpc::Session& session) {
      kinds.clear();
      for (const auto& decision : Journal(session).OfDeal(deal_id)) kinds.push_back(decision.kind());
    });
    return kinds;
  }
  std::optional<timers::Timer> TimerOf(const v1::OfferRow& offer) {
    return timers::TimerTable(db).Find({kAccount, OfferTimers::kKind, offer.deal_id(), offer.attempt()});
  }

  static constexpr std::chrono::hours kLease{1};

  const config::v1::Database database = Migrated(voronka::testing::FreshSchema());
  process::SystemClock clock;
  process::SystemRandom random;
  process::Log log{config::v1::Log()};
  process::Metrics metrics;
  storage::Ids ids{database};
  rpc::SessionContext session_context{clock, random, ids, nullptr};
  storage::Workers workers{database, 2, 1000};
  timers::Timers timers{database, session_context, workers, log, metrics};
  const rpc::AccountWork work{session_context, "distribution"};
  Planner planner{OfferTimers(timers)};
  storage::Connection db{database};

 private:
  static config::v1::Database Migrated(config::v1::Database database) {
    storage::Migrate(database, distribution_service::Migrations());
    return database;
  }

  template <class Result, class Reading>
  Result Read(Reading reading) {
    Result result;
    Do([&](rpc::Session& session) { result = reading(session); });
    return result;
  }
};

}  // namespace voronka::distribution
