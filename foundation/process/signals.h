#pragma once

#include <csignal>
#include <functional>

namespace voronka::process {

// Turns the process's signals into a call that waits for them. Construct it first in `main`: threads started before it
// would still be interrupted.
class StopSignal {
 public:
  // Blocks SIGTERM, SIGINT and SIGHUP in this thread and in those it starts; ignores SIGPIPE.
  StopSignal();
  StopSignal(const StopSignal&) = delete;
  StopSignal& operator=(const StopSignal&) = delete;

  // Returns at SIGTERM or SIGINT; until then, calls `on_hangup` at each SIGHUP. After it has returned, another SIGTERM
  // or SIGINT ends the process at once with status 130: whoever asks twice does not want to wait for a graceful stop.
  void Wait(const std::function<void()>& on_hangup = {}) const;

 private:
  const sigset_t awaited_;
};

}  // namespace voronka::process
