#pragma once

#include <chrono>
#include <csignal>

namespace voronka::demo {

struct Interrupted {};

// Turns Ctrl-C and SIGTERM into an exception at the next pause, so that whatever has been changed for the story is put
// back on the way out. Make it first thing in `main`: threads started before it would still be interrupted.
class Interruption {
 public:
  Interruption();
  Interruption(const Interruption&) = delete;
  Interruption& operator=(const Interruption&) = delete;

  // Throws Interrupted at once when a signal comes, or has come.
  void Pause(std::chrono::nanoseconds duration) const;

 private:
  const sigset_t signals_;
};

}  // namespace voronka::demo
