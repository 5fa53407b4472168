#pragma once

#include <chrono>
#include <condition_variable>
#include <csignal>
#include <functional>
#include <mutex>
#include <thread>

namespace voronka::command_line {

// Turns Ctrl-C and SIGTERM into a call for as long as it lives. Construct it before other threads start.
class Interrupt {
 public:
  Interrupt();
  ~Interrupt();
  Interrupt(const Interrupt&) = delete;
  Interrupt& operator=(const Interrupt&) = delete;

  // Replaces the function that is called, on another thread. It is called at once if the interrupt has already come.
  // After this returns, the previous function is not called any more.
  void Call(std::function<void()> on_interrupt);

  // Whether the interrupt comes within the given time.
  bool CameWithin(std::chrono::milliseconds patience) const;

 private:
  void Await();

  sigset_t signals_;
  sigset_t mask_before_;
  mutable std::mutex mutex_;
  mutable std::condition_variable changed_;
  std::function<void()> on_interrupt_;
  bool came_ = false;
  std::thread thread_;
};

}  // namespace voronka::command_line
