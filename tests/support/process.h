#pragma once

#include <sys/types.h>

#include <chrono>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace voronka::testing {

// Whether what listens at this address serves.
using ServingProbe = std::function<bool(const std::string& address)>;

// A service's process, started, killed and started again as a test wants. It ends with this object. One thread at a
// time may use it.
class Process {
 public:
  // Does not start it yet. `address` is where it serves, `log` takes its output.
  Process(std::vector<std::string> command, std::string address, std::filesystem::path log, ServingProbe is_serving);
  ~Process();
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;

  // Returns before it serves; nothing where it runs. The environment, of NAME=value, is for this time alone.
  void Start(const std::vector<std::string>& environment = {});
  // Throws, with the end of its log, when it does not serve within the limit or has ended.
  void WaitServing(std::chrono::milliseconds limit = std::chrono::seconds(60));

  // As a power failure would end it.
  void Kill9();
  // SIGTERM; waits for the end. The exit status of the program, or 128 and the signal that ended it.
  int Terminate();

  // Waits until it ends by itself; how, as Terminate tells it. Nothing when the patience ends first.
  std::optional<int> AwaitEnd(std::chrono::milliseconds patience);

  // Frozen, as by a machine that stalls.
  void Pause();
  void Resume();

  // -1 while it does not run.
  pid_t pid() const { return pid_; }
  const std::string& address() const { return address_; }
  const std::filesystem::path& log() const { return log_; }
  // The last part of its log.
  std::string LogTail() const;

 private:
  bool HasEnded();
  int Collect();

  const std::vector<std::string> command_;
  const std::string address_;
  const std::filesystem::path log_;
  const ServingProbe is_serving_;
  pid_t pid_ = -1;
};

}  // namespace voronka::testing
