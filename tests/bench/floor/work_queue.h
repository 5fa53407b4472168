#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

#include "tests/bench/floor/replay.h"

namespace voronka::bench {

// Threads, each with its own replay, and their jobs in order of arrival.
class WorkQueue {
 public:
  using Work = std::function<void(Replay&)>;

  WorkQueue(const Floor& floor, FreshIds& fresh_ids);
  ~WorkQueue();

  void Add(Work work);

 private:
  void Serve(Replay& replay, const std::stop_token& stop);

  std::mutex mutex_;
  std::condition_variable_any added_;
  std::deque<Work> waiting_;
  // The last member, because the threads use the others.
  std::vector<std::jthread> threads_;
};

}  // namespace voronka::bench
