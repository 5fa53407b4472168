#pragma once

#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include "tests/system/faults/dice.h"
#include "tests/system/faults/fault.h"
#include "tests/system/faults/follower.h"
#include "tests/system/faults/recorder.h"
#include "tests/system/faults/traffic.h"
#include "tests/system/faults/workplace.h"
#include "tests/system/history/history.h"

namespace voronka::testing {

// A system at work, watched by everybody, that suffers faults:
//
//   FaultRun run({.replicas = 2}, seed);
//   run.Strike(Kills(run.system()));
//   EXPECT_THAT(Check(run.End()), IsEmpty());
class FaultRun {
 public:
  struct Options {
    int replicas = 1;
    int accounts = 3;
    int managers = 2;
    std::chrono::milliseconds take_within = std::chrono::seconds(3);
    // Of every service: NAME=value.
    std::vector<std::string> environment = {};
    // How long the system may take to come to rest.
    std::chrono::milliseconds to_rest = std::chrono::seconds(120);
  };

  // Returns when work has started. Prints the seed.
  FaultRun(const Options& options, uint64_t seed);
  ~FaultRun();

  System& system() { return system_; }
  Dice& dice() { return dice_; }
  std::vector<std::unique_ptr<Workplace>>& workplaces() { return workplaces_; }
  Recorder& recorder() { return recorder_; }

  // Strikes each of them, in an order given by the seed. If work does not go on after one, the test fails.
  void Strike(std::vector<Fault> faults);
  void Strike(const Fault& fault);

  // False if nobody gets answers any more.
  bool WorkGoesOn();

  // Lets the system come to rest; the test fails if it does not.
  History End();

 private:
  void OpenWorkplaces(const Options& options);
  void Follow();
  bool FollowersAreThere(const History& history) const;
  History Recorded();

  const uint64_t seed_;
  const std::chrono::milliseconds to_rest_;
  Dice dice_;
  System system_;
  std::vector<std::unique_ptr<Workplace>> workplaces_;
  std::vector<std::unique_ptr<client::Client>> watchers_;
  std::unique_ptr<Follower> events_;
  std::vector<std::unique_ptr<Follower>> inboxes_;
  Recorder recorder_;
  std::vector<Disturbance> disturbances_;
  std::unique_ptr<Traffic> traffic_;
};

}  // namespace voronka::testing
