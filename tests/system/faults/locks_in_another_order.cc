#include <chrono>

#include "foundation/rpc/calls/partition.h"
#include "foundation/storage/connection.h"
#include "foundation/storage/errors.h"
#include "tests/support/eventually.h"
#include "tests/system/faults/provocations.h"

namespace voronka::testing {
namespace {

using namespace std::chrono_literals;
using storage::Connection;

constexpr int kRounds = 10;
constexpr auto kPatience = 1s;

// InnoDB picks the transaction with the fewest changes as the victim.
void BecomeHeavy(Connection& db) {
  db.Execute("INSERT INTO elsewhere.weights SELECT seq FROM elsewhere.seq_1_to_2000");
}

bool SomebodyWaits(Connection& db) {
  return db.Query("SELECT COUNT(*) FROM information_schema.innodb_lock_waits").at(0).Int(0) > 0;
}

void Cross(Connection& db, Connection& observer, int64_t account_id) try {
  db.Begin();
  BecomeHeavy(db);
  db.Query("SELECT head FROM voronka_crm.event_partitions WHERE partition_id = ? FOR UPDATE",
           rpc::PartitionOf(account_id));
  // They have their deals by then.
  Eventually([&] { return SomebodyWaits(observer); }, kPatience);
  db.Query("SELECT id FROM voronka_crm.deals WHERE account_id = ? AND state = 1 FOR UPDATE", account_id);
  db.Rollback();
} catch (const storage::Retryable&) {
  db.Rollback();
}

}  // namespace

Fault LocksInAnotherOrder() {
  return {"locks in another order", [](System& system, Dice&) {
            Connection db(system.database().Server());
            Connection observer(system.database().Server());
            db.ExecuteUnprepared("CREATE DATABASE IF NOT EXISTS elsewhere");
            db.ExecuteUnprepared("CREATE TABLE IF NOT EXISTS elsewhere.weights (id INT PRIMARY KEY)");
            for (int round = 0; round < kRounds; ++round) {
              for (const auto& account : db.Query("SELECT id FROM voronka_crm.accounts")) {
                Cross(db, observer, account.Int(0));
              }
            }
          }};
}

}  // namespace voronka::testing
