#pragma once

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <exception>
#include <functional>
#include <stop_token>
#include <thread>
#include <utility>

#include "foundation/storage/connection.h"

namespace voronka::testing {

// Writes once in ten milliseconds, and knows for how long it had to wait at worst: from when it should have written to
// when it had.
class SteadyWriter {
 public:
  using Write = std::function<void(storage::Connection&)>;
  using Duration = std::chrono::duration<double>;

  SteadyWriter(const config::v1::Database& database, Write write)
      : db_(database), write_(std::move(write)), thread_([this](const std::stop_token& stop) { Run(stop); }) {}

  // Ends the writing. In seconds. Throws what a write has thrown.
  double LongestWait() {
    if (thread_.joinable()) {
      thread_.request_stop();
      thread_.join();
    }
    if (failure_) std::rethrow_exception(failure_);
    return longest_.count();
  }
  // Call it at the end.
  int64_t writes() const { return writes_; }

 private:
  void Run(const std::stop_token& stop) {
    constexpr std::chrono::milliseconds kEvery{10};
    try {
      write_(db_);  // connects
      for (auto due = std::chrono::steady_clock::now(); !stop.stop_requested();) {
        std::this_thread::sleep_until(due);
        write_(db_);
        ++writes_;
        const auto now = std::chrono::steady_clock::now();
        longest_ = std::max<Duration>(longest_, now - due);
        due = std::max(due + kEvery, now);
      }
    } catch (...) {
      failure_ = std::current_exception();
    }
  }

  storage::Connection db_;
  const Write write_;
  Duration longest_{};
  int64_t writes_ = 0;
  std::exception_ptr failure_;
  std::jthread thread_;
};

}  // namespace voronka::testing
