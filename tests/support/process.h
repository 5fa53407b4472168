#pragma once

#include <sys/types.h>

#include <chrono>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace voronka::testing {

// Whether the program at this address serves.
using ServingProbe = std::function<bool(const std::string& address)>;

// A service's process, started, killed and restarted as a test wants. It ends with this object. Only one thread at a
// time may use it.
class Process {
 public:
  // Does not start it yet. `address` is where it serves; its output goes to `log`.
  Process(std::vector<std::string> command, std::string address, std::filesystem::path log, ServingProbe is_serving);
  ~Process();
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;

  // Returns before it serves; does nothing if it is running. The environment, of NAME=value, applies to this start
  // only.
  void Start(const std::vector<std::string>& environment = {});
  // Throws, with the end of its log, if it does not serve within the limit or has ended.
  void WaitServing(std::chrono::milliseconds limit = std::chrono::seconds(60));

  // Like a power failure.
  void Kill9();
  // Sends SIGTERM and waits for the end. Returns the exit status, or 128 plus the signal that ended it.
  int Terminate();

  // Waits until it ends by itself, and returns how, like Terminate. Nothing if the patience ends first.
  std::optional<int> AwaitEnd(std::chrono::milliseconds patience);

  // Frozen, like on a machine that stalls.
  void Pause();
  void Resume();

  // -1 while it is not running.
  pid_t pid() const { return pid_; }
  const std::string& address() const { return address_; }
  const std::filesystem::path& log() const { return log_; }
  // The end of its log.
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
