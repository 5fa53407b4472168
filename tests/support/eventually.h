#pragma once

#include <chrono>
#include <thread>

namespace voronka::testing {

// Waits until the condition holds; false if it does not within the patience.
template <class Condition>
bool Eventually(Condition holds, std::chrono::milliseconds patience = std::chrono::seconds(30)) {
  const auto give_up = std::chrono::steady_clock::now() + patience;
  while (!holds()) {
    if (std::chrono::steady_clock::now() > give_up) return false;
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  return true;
}

}  // namespace voronka::testing
