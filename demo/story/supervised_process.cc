#include "demo/story/supervised_process.h"

#include <fmt/format.h>

#include <csignal>
#include <fstream>
#include <stdexcept>
#include <system_error>

namespace voronka::demo {
namespace {

// A stale pid file may name a process that belongs to somebody else by now.
bool Runs(pid_t pid, const std::string& program) {
  std::error_code error;
  const auto executable = std::filesystem::read_symlink(fmt::format("/proc/{}/exe", pid), error);
  // « (deleted)» follows the name if the program has been rebuilt since.
  return !error && executable.filename().string().starts_with(program);
}

}  // namespace

SupervisedProcess::SupervisedProcess(std::string program, const std::filesystem::path& run_dir, const std::string& name)
    : program_(std::move(program)), pid_file_(run_dir / (name + ".pid")) {}

void SupervisedProcess::Kill() {
  killed_ = RunningPid();
  if (killed_ == 0) throw std::runtime_error(fmt::format("{} names no running {}", pid_file_.string(), program_));
  if (kill(killed_, SIGKILL) != 0) throw std::system_error(errno, std::generic_category(), "kill -9 " + program_);
}

bool SupervisedProcess::StartedAgain() const {
  const pid_t pid = RunningPid();
  return pid != 0 && pid != killed_;
}

pid_t SupervisedProcess::RunningPid() const {
  pid_t pid = 0;
  std::ifstream(pid_file_) >> pid;
  return pid > 1 && Runs(pid, program_) ? pid : 0;
}

}  // namespace voronka::demo
