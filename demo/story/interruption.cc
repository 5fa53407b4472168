#include "demo/story/interruption.h"

#include <ctime>

namespace voronka::demo {
namespace {

sigset_t StopSignals() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGTERM);
  return signals;
}

}  // namespace

Interruption::Interruption() : signals_(StopSignals()) { pthread_sigmask(SIG_BLOCK, &signals_, nullptr); }

void Interruption::Pause(std::chrono::nanoseconds duration) const {
  const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(duration);
  const timespec timeout{.tv_sec = seconds.count(), .tv_nsec = (duration - seconds).count()};
  if (sigtimedwait(&signals_, nullptr, &timeout) > 0) throw Interrupted();
}

}  // namespace voronka::demo
