#include "foundation/program/command_line.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <vector>

#include "foundation/program/version.h"

namespace voronka::process {
namespace {

void AddErrands(const Program& program, CLI::App& app, CommandLine& command_line) {
  std::vector<CLI::Option*> added;
  const auto add = [&](const char* flag, Errand errand, const char* description) {
    CLI::Option* const option = app.add_flag_callback(
        flag, [&command_line, errand] { command_line.errand = errand; }, description);
    for (CLI::Option* const other : added) option->excludes(other);
    added.push_back(option);
  };
  add("--check", Errand::kCheck, "Read the configuration, tell what is wrong with it, and exit");
  if (!program.has_schema) return;
  add("--plan-migrations", Errand::kPlanMigrations,
      "Tell what this release changes in the database's tables and how long that takes, and exit");
  add("--migrate", Errand::kMigrate,
      "Make these changes and exit; the services of the release before go on serving meanwhile");
}

}  // namespace

std::variant<CommandLine, ExitStatus> ParseCommandLine(const Program& program, int argc, const char* const* argv) {
  CommandLine command_line;
  CLI::App app(program.description, program.name);
  app.add_option("--config", command_line.configuration_file, "Configuration in protobuf text format")
      ->type_name("FILE")
      ->required();
  AddErrands(program, app, command_line);
  app.set_version_flag("--version", fmt::format("{} {}", program.name, Version()));
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? ExitStatus::kDone : ExitStatus::kWrongUsage;
  }
  return command_line;
}

}  // namespace voronka::process
