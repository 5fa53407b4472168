#pragma once

#include <sys/types.h>

#include <functional>
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
  // How to call it.
  std::function<decltype(Run)> run = Run;
};

// Of one round, or medians of several. Times are in milliseconds.
struct Figures {
  double per_second = 0;
  double p50 = 0;
  double p99 = 0;
  // On all cores together, per call.
  double service_cpu = 0;
  double database_cpu = 0;
  double client_cpu = 0;
};

// One of several things that are measured together.
struct Trial {
  Contender contender;
  Load load;
};

// Measures each in turn, round after round, so that changes on the machine affect all of them alike. Returns medians,
// in the order of the trials.
std::vector<Figures> MeasureInTurn(const std::vector<Trial>& trials, const Pace& pace);

}  // namespace voronka::bench
