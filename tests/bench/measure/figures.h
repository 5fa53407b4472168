#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

#include "tests/bench/load/load.h"

namespace voronka::bench {

// Who serves the calls.
struct Contender {
  std::string name;
  std::string address;
  pid_t service;
  // 0: none.
  pid_t database;
  // How it is called.
  decltype(&Run) run = Run;
};

// Of one round, or medians of several. Times in milliseconds.
struct Figures {
  double per_second = 0;
  double p50 = 0;
  double p99 = 0;
  // Of all cores together, per call.
  double service_cpu = 0;
  double database_cpu = 0;
  double client_cpu = 0;
};

// What is measured beside others.
struct Trial {
  Contender contender;
  Load load;
};

// Each in turn, round after round: what changes on the machine meanwhile changes for all of them. Medians, in the
// order of the trials.
std::vector<Figures> MeasureInTurn(const std::vector<Trial>& trials, const Pace& pace);

}  // namespace voronka::bench
