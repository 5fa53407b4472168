#pragma once

#include <atomic>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "tests/support/account.h"

namespace voronka::testing {

// Sequential calls of every service by a few callers, without retries; and newcomers, who connect again for each call.
class SteadyLoad {
 public:
  explicit SteadyLoad(Account& account);

  int answered() const { return answered_; }
  // Ends the load; returns the errors of the failed calls.
  std::vector<std::string> End();

 private:
  void Work(const std::stop_token& stop);
  void ArriveAnew(const std::stop_token& stop);
  void Note(const std::function<void()>& call);

  Account& account_;
  std::atomic<int> clients_ = 0;
  std::atomic<int> answered_ = 0;
  std::mutex mutex_;
  std::vector<std::string> failures_;
  // The last member, because they use the others.
  std::vector<std::jthread> callers_;
};

}  // namespace voronka::testing
