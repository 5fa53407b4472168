#pragma once

#include <chrono>
#include <csignal>

namespace voronka::demo {

struct Interrupted {};

// Turns Ctrl-C and SIGTERM into an exception at the next pause, so that whatever was changed for the story is restored
// on the way out. Construct it first in `main`: threads started before it would still be interrupted.
class Interruption {
 public:
  Interruption();
  Interruption(const Interruption&) = delete;
  Interruption& operator=(const Interruption&) = delete;

  // Throws Interrupted as soon as a signal arrives, or at once if one has already arrived.
  void Pause(std::chrono::nanoseconds duration) const;

 private:
  const sigset_t signals_;
};

}  // namespace voronka::demo
