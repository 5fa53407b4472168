#include "deploy/demo/story/interruption.h"

#include <csignal>
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

Interruption::Interruption() {
  const sigset_t signals = StopSignals();
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
}

void Interruption::Pause(std::chrono::nanoseconds duration) const {
  const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(duration);
  const timespec timeout{.tv_sec = seconds.count(), .tv_nsec = (duration - seconds).count()};
  const sigset_t signals = StopSignals();
  if (sigtimedwait(&signals, nullptr, &timeout) > 0) throw Interrupted();
}

}  // namespace voronka::demo
