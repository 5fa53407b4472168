#pragma once

#include <chrono>
#include <condition_variable>
#include <csignal>
#include <functional>
#include <mutex>
#include <thread>

namespace voronka::command_line {

// Ctrl-C and SIGTERM as a call, while it lives. Make it before other threads start.
class Interrupt {
 public:
  Interrupt();
  ~Interrupt();
  Interrupt(const Interrupt&) = delete;
  Interrupt& operator=(const Interrupt&) = delete;

  // Replaces what is called, on another thread. Called at once when the interrupt has come already. After it
  // returned, what was set before is not called any more.
  void Call(std::function<void()> on_interrupt);

  // True when it comes within the time.
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
