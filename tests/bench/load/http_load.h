#pragma once

#include "tests/bench/load/load.h"

namespace voronka::bench {

// Like Run, through the Connect protocol: each lane has its own connection, which is kept alive.
Throughput RunByHttp(const std::string& address, const Load& load, const Pace& pace, const std::function<void()>& began,
                     const std::function<void()>& ended);

}  // namespace voronka::bench
