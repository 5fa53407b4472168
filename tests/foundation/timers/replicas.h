#pragma once

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <string>

#include "foundation/process/clock.h"
#include "foundation/process/random.h"
#include "foundation/storage/migrations.h"
#include "foundation/timers/timers.h"
#include "tests/foundation/rpc/installation.h"
#include "tests/foundation/rpc/schema/migrations.h"
#include "tests/support/database.h"
#include "tests/support/eventually.h"

namespace voronka::timers {

inline constexpr int64_t kAccount = 3;

inline int64_t Micros(std::chrono::microseconds time) { return time.count(); }

inline Timer Call(int64_t subject, int64_t due, const std::string& payload = "") {
  return {{kAccount, "call", subject}, due, 0, payload};
}

// The firing is recorded in its own transaction.
inline void Note(rpc::Session& session, const Timer& timer) {
  session.db.Execute("INSERT INTO notes (account_id, id, text) VALUES (?, ?, ?)", session.account_id(),
                     session.NextId("note"), std::to_string(timer.key.subject) + timer.payload);
}

// A process with timers.
class Replica {
 public:
  Replica(const config::v1::Database& database, const process::Clock& clock)
      : db_(database),
        ids_(database),
        session_context_{clock, random_, ids_, nullptr},
        workers(database, 4, 1000),
        timers(database, session_context_, workers, log_, metrics) {}

  void InTransaction(const std::function<void(rpc::Session&)>& work) {
    rpc::InTransaction(session_context_, db_, kAccount, work);
  }
  void Arm(const Timer& timer) {
    InTransaction([&](rpc::Session& session) { timers.Arm(session, timer); });
  }
  void ArmLeased(const TimerKey& key) {
    InTransaction([&](rpc::Session& session) { timers.ArmLeased(session, key); });
  }

 private:
  storage::Connection db_;
  storage::Ids ids_;
  process::SystemRandom random_;
  process::Log log_{config::v1::Log()};
  const rpc::SessionContext session_context_;

 public:
  process::Metrics metrics;
  storage::Workers workers;
  Timers timers;
};

class TimersTest : public ::testing::Test {
 protected:
  TimersTest() { storage::Migrate(database_, rpc::Migrations()); }

  // How often each text was recorded.
  std::map<std::string, int64_t> Notes() {
    std::map<std::string, int64_t> notes;
    for (const auto& row : db_.Query("SELECT text, COUNT(*) FROM notes GROUP BY text")) notes[row.Text(0)] = row.Int(1);
    return notes;
  }

  const config::v1::Database database_ = testing::FreshSchema();
  storage::Connection db_{database_};
  // How often a test's handler ran. Outlives the replicas.
  std::atomic<int> runs_ = 0;
};

class RealTimers : public TimersTest {
 protected:
  RealTimers() { replica_.timers.OnDue("call", Note); }
  int64_t In(std::chrono::microseconds time) const { return clock_.NowMicros() + time.count(); }
  // Only a sweep finds timers armed by another process.
  void PassSweeps(int64_t count) {
    for (int64_t i = 1; i <= count; ++i) {
      other_.Arm(Call(1000 + i, clock_.NowMicros()));
      EXPECT_TRUE(testing::Eventually([&] { return Notes().contains(std::to_string(1000 + i)); }));
    }
  }

  const process::SystemClock clock_;
  Replica replica_{database_, clock_};
  // Another process, which arms timers but does not fire them unless it is started.
  Replica other_{database_, clock_};
};

}  // namespace voronka::timers
