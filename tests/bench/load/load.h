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

// A load: calls of one method.
struct Load {
  // For example `/voronka.crm.v1.DealService/MoveDeal`.
  std::string method;
  // The next call of a lane. Lanes are numbered from 0; each has one call in flight.
  std::function<Call(int lane)> next;
};

struct Pace {
  int in_flight = 1;
  // Calls that end earlier do not count.
  std::chrono::milliseconds warm_up = std::chrono::milliseconds(500);
  std::chrono::milliseconds measured = std::chrono::seconds(3);
};

struct Throughput {
  std::chrono::duration<double> lasted{};
  std::vector<std::chrono::nanoseconds> took;
};

// A lightweight client in one thread: each lane starts its next call when the last one has ended. `began` runs when the
// warm-up is over, `ended` when the measured time is. Throws std::runtime_error if a call fails.
Throughput Run(const std::string& address, const Load& load, const Pace& pace, const std::function<void()>& began,
               const std::function<void()>& ended);

}  // namespace voronka::bench
