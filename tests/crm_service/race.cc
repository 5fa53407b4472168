#include "tests/crm_service/race.h"

#include <latch>
#include <thread>

#include "client/call_failed.h"

namespace voronka::testing {

std::vector<std::string> Race(const std::vector<std::function<void()>>& rivals) {
  std::vector<std::string> refusals(rivals.size());
  std::latch start(static_cast<std::ptrdiff_t>(rivals.size()));
  std::vector<std::jthread> threads;
  for (size_t i = 0; i < rivals.size(); ++i) {
    threads.emplace_back([&, i] {
      start.arrive_and_wait();
      try {
        rivals[i]();
      } catch (const client::CallFailed& failure) {
        refusals[i] = failure.reason();
      }
    });
  }
  threads.clear();
  return refusals;
}

}  // namespace voronka::testing
