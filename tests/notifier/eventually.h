#pragma once

#include <chrono>
#include <thread>

namespace voronka::notifier {

// Waits until the condition holds; false if it does not within the timeout.
template <class Condition>
bool Eventually(Condition holds, std::chrono::milliseconds timeout = std::chrono::seconds(20)) {
  const auto give_up = std::chrono::steady_clock::now() + timeout;
  while (!holds()) {
    if (std::chrono::steady_clock::now() > give_up) return false;
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
  return true;
}

}  // namespace voronka::notifier
