#include <chrono>
#include <string>
#include <thread>

#include "foundation/storage/connection.h"
#include "tests/system/faults/fault.h"

namespace voronka::testing {
namespace {

using namespace std::chrono_literals;

constexpr auto kShortest = 500ms;
constexpr auto kLongest = 3000ms;
// Until tables have to grow.
constexpr auto kUntilFelt = 4000ms;

void Set(storage::Connection& db, const std::string& setting) { db.ExecuteUnprepared("SET GLOBAL " + setting); }

}  // namespace

Fault CleanRestart() {
  return {"restart database", [](System& system, Dice& dice) {
            system.database().Terminate();
            std::this_thread::sleep_for(dice.Between(0ms, kShortest));
            system.database().Start();
          }};
}

Fault ReadOnly() {
  return {"database read-only", [](System& system, Dice& dice) {
            storage::Connection db(system.database().Server());
            Set(db, "read_only = 1");
            std::this_thread::sleep_for(dice.Between(kShortest, kLongest));
            Set(db, "read_only = 0");
          }};
}

// The services' connections are closed, and fewer than they need can be reopened.
Fault OutOfConnections() {
  return {"database out of connections", [](System& system, Dice& dice) {
            storage::Connection db(system.database().Server());
            const int64_t usual = db.Query("SELECT @@GLOBAL.max_connections").at(0).Int(0);
            Set(db, "max_connections = 10");
            db.ExecuteUnprepared("KILL HARD CONNECTION USER " + system.database().ServiceAccount().user());
            std::this_thread::sleep_for(dice.Between(kShortest, kLongest));
            Set(db, "max_connections = " + std::to_string(usual));
          }};
}

// No table can grow. If the server ends itself, as InnoDB does when it lacks room for a rollback, it is restarted.
Fault FullDisk() {
  return {"database's disk full", [](System& system, Dice& dice) {
            system.database().host_faults().SetDiskFull(true);
            std::this_thread::sleep_for(kUntilFelt + dice.Between(kShortest, kLongest));
            system.database().host_faults().SetDiskFull(false);
          }};
}

std::vector<Fault> DatabaseFaults() { return {CleanRestart(), ReadOnly(), OutOfConnections(), FullDisk()}; }

}  // namespace voronka::testing
