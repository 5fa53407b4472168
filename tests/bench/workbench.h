#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "tests/bench/callers.h"
#include "tests/bench/data/data_set.h"
#include "tests/bench/database_options.h"
#include "tests/bench/measure/figures.h"
#include "tests/bench/recording/general_log.h"
#include "tests/bench/recording/recorder.h"
#include "tests/support/janitor.h"
#include "tests/support/system.h"

namespace voronka::bench {

// The CRM on the filled database, and the floors beside it on the same data.
class Workbench {
 public:
  // With these options of mariadbd.
  explicit Workbench(const std::vector<std::string>& database = DatabaseOptions());

  storage::Connection& db() { return db_; }
  // The caller in any of the accounts: the manager who owns all deals.
  client::Metadata Manager(int64_t account_id) const { return callers_.Manager(account_id, manager_id_); }
  client::Metadata Intake(int64_t account_id) const { return callers_.Intake(account_id); }

  // Call before anything is measured.
  Recorder& recorder() { return *recorder_; }

  // Starts a floor that runs the scripts.
  Contender StartFloor(const std::string& name, const std::vector<Script>& scripts);
  // Nothing is recorded from now on.
  void StopRecording();
  Contender Ours();
  // The same through the gateway.
  Contender Edge();
  // The same while distribution and notifier follow. They start for each measurement, catch up first, and stop after
  // it.
  Contender Followed();

 private:
  void ConnectEveryWorker();
  void StartFollowers();
  void StopFollowers();
  bool HasCaughtUp(const std::string& follower);

  testing::System system_;
  storage::Connection db_;
  const Callers callers_;
  int64_t manager_id_ = 0;
  std::optional<GeneralLog> log_;
  std::optional<Recorder> recorder_;
  const testing::Janitor janitor_;
  std::vector<std::unique_ptr<testing::Process>> floors_;
};

}  // namespace voronka::bench
