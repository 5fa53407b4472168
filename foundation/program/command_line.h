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

// What a service is asked to do: `--config FILE [--check]`.
struct CommandLine {
  std::filesystem::path configuration_file;
  bool check_only = false;
};

// The status that `main` returns.
enum class ExitStatus : int { kDone = 0, kFailed = 1, kWrongUsage = 2, kWrongConfiguration = 78 };

// An ExitStatus where --help, --version or a mistake left nothing to do; what there is to say about it was printed.
std::variant<CommandLine, ExitStatus> ParseCommandLine(const Program& program, int argc, const char* const* argv);

}  // namespace voronka::process
