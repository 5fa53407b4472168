#include "tests/support/janitor.h"

#include <fcntl.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <system_error>

#include "tests/support/programs.h"

namespace voronka::testing {
namespace {

constexpr const char* kScript = R"sh(
    cat >/dev/null
    for note in "$0"/*.running; do
      [ -e "$note" ] && kill -s KILL -- "-$(cat "$note")" 2>/dev/null
    done
    rm -rf "$0")sh";

std::filesystem::path MakeFolder() {
  std::string name = (std::filesystem::temp_directory_path() / "voronka-system-XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr) throw std::system_error(errno, std::generic_category(), name);
  return name;
}

std::filesystem::path Note(const std::filesystem::path& folder, const std::string& name) {
  return folder / (name + ".running");
}

}  // namespace

Janitor::Janitor() : folder_(MakeFolder()) {
  int pipe[2];
  if (pipe2(pipe, O_CLOEXEC) != 0) throw std::system_error(errno, std::generic_category(), "pipe");
  pipe_ = pipe[1];
  program_ = StartProgram({"sh", "-c", kScript, folder_}, folder_ / "janitor.log", pipe[0]);
  close(pipe[0]);
}

Janitor::~Janitor() {
  close(pipe_);
  AwaitProgram(program_);
}

void NoteRunning(const std::filesystem::path& folder, const std::string& name, pid_t program) {
  std::ofstream(Note(folder, name)) << program;
}

void ForgetRunning(const std::filesystem::path& folder, const std::string& name) {
  std::filesystem::remove(Note(folder, name));
}

}  // namespace voronka::testing
