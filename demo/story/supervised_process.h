#pragma once

#include <sys/types.h>

#include <filesystem>
#include <string>

namespace voronka::demo {

// A service that `deploy/run` watches over: starts it again when it dies, and keeps its process id in a file.
class SupervisedProcess {
 public:
  // The pid file is `<run_dir>/<name>.pid`.
  SupervisedProcess(std::string program, const std::filesystem::path& run_dir, const std::string& name);

  const std::string& program() const { return program_; }
  // Ends it as `kill -9` does. Throws std::runtime_error when the pid file does not name a running `program`.
  void Kill();
  // The supervisor has started another process since.
  bool StartedAgain() const;

 private:
  // The process that the pid file names; 0 when that is not a running `program`.
  pid_t RunningPid() const;

  std::string program_;
  std::filesystem::path pid_file_;
  pid_t killed_ = 0;
};

}  // namespace voronka::demo
