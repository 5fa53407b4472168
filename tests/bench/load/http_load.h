#pragma once

#include "tests/bench/load/load.h"

namespace voronka::bench {

// As Run, by the Connect protocol: each lane has a connection of its own, which is kept alive.
Throughput RunByHttp(const std::string& address, const Load& load, const Pace& pace, const std::function<void()>& began,
                     const std::function<void()>& ended);

}  // namespace voronka::bench
