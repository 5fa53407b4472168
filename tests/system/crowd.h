#pragma once

#include <future>
#include <vector>

namespace voronka::testing {

// Runs the body in this many threads at once; each gets its number. When all have ended, rethrows the first exception.
template <class Body>
void InParallel(int threads, const Body& body) {
  std::vector<std::future<void>> crowd;
  crowd.reserve(threads);
  for (int number = 0; number < threads; ++number) {
    crowd.push_back(std::async(std::launch::async, [&body, number] { body(number); }));
  }
  for (const auto& member : crowd) member.wait();
  for (auto& member : crowd) member.get();
}

}  // namespace voronka::testing
