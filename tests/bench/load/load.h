#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "client/identity.h"

namespace voronka::bench {

struct Call {
  client::Metadata metadata;
  std::string request;
};

// What a load consists of: calls of one method.
struct Load {
  // As `/voronka.crm.v1.DealService/MoveDeal`.
  std::string method;
  // The next call of one of the lanes, which are numbered from 0; a lane has one call in flight.
  std::function<Call(int lane)> next;
};

struct Pace {
  int in_flight = 1;
  // The calls that end before do not count.
  std::chrono::milliseconds warm_up = std::chrono::milliseconds(500);
  std::chrono::milliseconds measured = std::chrono::seconds(3);
};

struct Throughput {
  std::chrono::duration<double> lasted{};
  std::vector<std::chrono::nanoseconds> took;
};

// A client that does little but call, in one thread: each lane's next call begins when its last has ended. `began` runs
// when the warm-up is over, `ended` when the measured time is. Throws std::runtime_error where a call fails.
Throughput Run(const std::string& address, const Load& load, const Pace& pace, const std::function<void()>& began,
               const std::function<void()>& ended);

}  // namespace voronka::bench
