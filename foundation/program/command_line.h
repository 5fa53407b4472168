#pragma once

#include <filesystem>
#include <string>
#include <variant>

namespace voronka::process {

struct Program {
  std::string name;
  // One sentence for --help.
  std::string description;
  // Whether it has a schema to migrate.
  bool has_schema = false;
};

// What a process does instead of serving.
enum class Errand { kNone, kCheck, kPlanMigrations, kMigrate };

// The command line of a service: `--config FILE [--check | --plan-migrations | --migrate]`.
struct CommandLine {
  std::filesystem::path configuration_file;
  Errand errand = Errand::kNone;
};

// Exit statuses of the process.
enum class ExitStatus : int { kDone = 0, kFailed = 1, kWrongUsage = 2, kWrongConfiguration = 78 };

// Returns an ExitStatus if there is nothing left to do, because of --help, --version or a mistake. The help, version or
// error has then been printed.
std::variant<CommandLine, ExitStatus> ParseCommandLine(const Program& program, int argc, const char* const* argv);

}  // namespace voronka::process
