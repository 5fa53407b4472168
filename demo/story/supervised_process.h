#pragma once

#include <sys/types.h>

#include <filesystem>
#include <string>

namespace voronka::demo {

// A service that `deploy/run` supervises: it restarts the service when it dies, and keeps its process id in a file.
class SupervisedProcess {
 public:
  // The pid file is `<run_dir>/<name>.pid`.
  SupervisedProcess(std::string program, const std::filesystem::path& run_dir, const std::string& name);

  const std::string& program() const { return program_; }
  // Kills it like `kill -9`. Throws std::runtime_error if the pid file does not name a running `program`.
  void Kill();
  // Whether the supervisor has started a new process since.
  bool StartedAgain() const;

 private:
  // The process that the pid file names; 0 if that is not a running `program`.
  pid_t RunningPid() const;

  std::string program_;
  std::filesystem::path pid_file_;
  pid_t killed_ = 0;
};

}  // namespace voronka::demo
