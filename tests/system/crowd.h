#pragma once

#include <future>
#include <vector>

namespace voronka::testing {

// Runs the body at once on so many threads, each with its number. Throws what the first of them threw, when all have
// ended.
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
