#include "tests/support/programs.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <system_error>

namespace voronka::testing {
namespace {

class FileActions {
 public:
  FileActions() { posix_spawn_file_actions_init(&actions_); }
  ~FileActions() { posix_spawn_file_actions_destroy(&actions_); }
  FileActions(const FileActions&) = delete;
  FileActions& operator=(const FileActions&) = delete;

  void ReadFrom(int descriptor) {
    if (descriptor >= 0) {
      posix_spawn_file_actions_adddup2(&actions_, descriptor, STDIN_FILENO);
    } else {
      posix_spawn_file_actions_addopen(&actions_, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    }
  }

  void AppendTo(const std::string& log) {
    posix_spawn_file_actions_addopen(&actions_, STDOUT_FILENO, log.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
    posix_spawn_file_actions_adddup2(&actions_, STDOUT_FILENO, STDERR_FILENO);
  }

  const posix_spawn_file_actions_t* get() const { return &actions_; }

 private:
  posix_spawn_file_actions_t actions_;
};

class NewSession {
 public:
  NewSession() {
    posix_spawnattr_init(&attributes_);
    posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETSID);
  }
  ~NewSession() { posix_spawnattr_destroy(&attributes_); }
  NewSession(const NewSession&) = delete;
  NewSession& operator=(const NewSession&) = delete;

  const posix_spawnattr_t* get() const { return &attributes_; }

 private:
  posix_spawnattr_t attributes_;
};

}  // namespace

pid_t StartProgram(const std::vector<std::string>& command, const std::string& log, int standard_input) {
  std::vector<char*> arguments;
  for (const std::string& argument : command) arguments.push_back(const_cast<char*>(argument.c_str()));
  arguments.push_back(nullptr);
  FileActions files;
  files.ReadFrom(standard_input);
  files.AppendTo(log);
  const NewSession session;
  pid_t program = -1;
  const int error = posix_spawnp(&program, arguments[0], files.get(), session.get(), arguments.data(), environ);
  if (error != 0) throw std::system_error(error, std::generic_category(), "cannot start " + command.front());
  return program;
}

std::vector<std::string> InEnvironment(const std::vector<std::string>& environment,
                                       const std::vector<std::string>& command) {
  std::vector<std::string> whole{"env"};
  whole.insert(whole.end(), environment.begin(), environment.end());
  whole.insert(whole.end(), command.begin(), command.end());
  return whole;
}

int AwaitProgram(pid_t program) {
  int status = 0;
  while (waitpid(program, &status, 0) < 0) {
    if (errno != EINTR) throw std::system_error(errno, std::generic_category(), "waitpid");
  }
  return status;
}

}  // namespace voronka::testing
