#pragma once

#include <prometheus/counter.h>

#include <cstddef>
#include <memory>
#include <mutex>

#include "foundation/process/metrics.h"

namespace voronka::gateway {

// How much of the larger bodies of requests may be held at a time, by all connections together. Thread-safe; outlives
// its shares.
class BodyBudget {
 public:
  // Held as long as this is alive.
  using Share = std::shared_ptr<const void>;

  BodyBudget(size_t bytes, process::Metrics& metrics);

  // NULL: so much is not left now.
  Share Take(size_t bytes);

 private:
  void GiveBack(size_t bytes);

  std::mutex mutex_;
  size_t left_;
  prometheus::Counter& refused_;
};

}  // namespace voronka::gateway
