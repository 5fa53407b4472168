#include "tests/support/process.h"

#include <sys/wait.h>

#include <algorithm>
#include <csignal>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <thread>

#include "tests/support/eventually.h"
#include "tests/support/janitor.h"
#include "tests/support/programs.h"

namespace voronka::testing {
namespace {

using std::chrono::steady_clock;

constexpr size_t kTailBytes = 16'384;

int ExitStatus(int status) { return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status); }

}  // namespace

Process::Process(std::vector<std::string> command, std::string address, std::filesystem::path log,
                 ServingProbe is_serving)
    : command_(std::move(command)),
      address_(std::move(address)),
      log_(std::move(log)),
      is_serving_(std::move(is_serving)) {}

Process::~Process() { Kill9(); }

void Process::Start(const std::vector<std::string>& environment) {
  if (pid_ > 0) return;
  pid_ = StartProgram(InEnvironment(environment, command_), log_);
  NoteRunning(log_.parent_path(), log_.stem(), pid_);
}

void Process::WaitServing(std::chrono::milliseconds limit) {
  const auto give_up = steady_clock::now() + limit;
  while (!is_serving_(address_)) {
    if (HasEnded()) throw std::runtime_error(log_.stem().string() + " has ended:\n" + LogTail());
    if (steady_clock::now() > give_up)
      throw std::runtime_error(log_.stem().string() + " does not serve:\n" + LogTail());
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
}

bool Process::HasEnded() {
  siginfo_t information{};
  return pid_ < 0 ||
         (waitid(P_PID, pid_, &information, WEXITED | WNOHANG | WNOWAIT) == 0 && information.si_pid == pid_);
}

void Process::Kill9() {
  if (pid_ < 0) return;
  kill(pid_, SIGKILL);
  Collect();
}

int Process::Terminate() {
  if (pid_ < 0) throw std::logic_error(log_.stem().string() + " does not run");
  kill(pid_, SIGTERM);
  return Collect();
}

std::optional<int> Process::AwaitEnd(std::chrono::milliseconds patience) {
  if (!Eventually([this] { return HasEnded(); }, patience)) return std::nullopt;
  return Collect();
}

int Process::Collect() {
  const int status = AwaitProgram(pid_);
  ForgetRunning(log_.parent_path(), log_.stem());
  pid_ = -1;
  return ExitStatus(status);
}

void Process::Pause() { kill(pid_, SIGSTOP); }

void Process::Resume() { kill(pid_, SIGCONT); }

std::string Process::LogTail() const {
  std::ifstream file(log_);
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  return text.substr(text.size() - std::min(text.size(), kTailBytes));
}

}  // namespace voronka::testing
