#pragma once

#include <filesystem>
#include <string>
#include <variant>

namespace voronka::process {

struct Program {
  std::string name;
  // One sentence for --help.
  std::string description;
};

// The command line of a service: `--config FILE [--check]`.
struct CommandLine {
  std::filesystem::path configuration_file;
  bool check_only = false;
};

// Exit statuses of the process.
enum class ExitStatus : int { kDone = 0, kFailed = 1, kWrongUsage = 2, kWrongConfiguration = 78 };

// Returns an ExitStatus if there is nothing left to do, because of --help, --version or a mistake. The help, version or
// error has then been printed.
std::variant<CommandLine, ExitStatus> ParseCommandLine(const Program& program, int argc, const char* const* argv);

}  // namespace voronka::process
