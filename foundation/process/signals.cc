#include "foundation/process/signals.h"

#include <pthread.h>
#include <unistd.h>

#include <initializer_list>
#include <system_error>

namespace voronka::process {
namespace {

constexpr int kStoppedTwice = 130;

sigset_t SetOf(std::initializer_list<int> signals) {
  sigset_t set;
  sigemptyset(&set);
  for (const int signal : signals) sigaddset(&set, signal);
  return set;
}

void ChangeMask(int how, const sigset_t& signals) {
  if (const int error = pthread_sigmask(how, &signals, nullptr); error != 0) {
    throw std::system_error(error, std::generic_category(), "pthread_sigmask");
  }
}

void ExitAtOnce(int) { _exit(kStoppedTwice); }

void ExitAtNextStop() {
  (void)std::signal(SIGTERM, ExitAtOnce);
  (void)std::signal(SIGINT, ExitAtOnce);
  ChangeMask(SIG_UNBLOCK, SetOf({SIGTERM, SIGINT}));
}

}  // namespace

StopSignal::StopSignal() : awaited_(SetOf({SIGTERM, SIGINT, SIGHUP})) {
  (void)std::signal(SIGPIPE, SIG_IGN);
  ChangeMask(SIG_BLOCK, awaited_);
}

void StopSignal::Wait(const std::function<void()>& on_hangup) const {
  int signal = SIGHUP;
  while (true) {
    if (const int error = sigwait(&awaited_, &signal); error != 0) {
      throw std::system_error(error, std::generic_category(), "sigwait");
    }
    if (signal != SIGHUP) break;
    if (on_hangup) on_hangup();
  }
  ExitAtNextStop();
}

}  // namespace voronka::process
