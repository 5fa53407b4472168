#include "foundation/program/command_line.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "foundation/program/version.h"

namespace voronka::process {

std::variant<CommandLine, ExitStatus> ParseCommandLine(const Program& program, int argc, const char* const* argv) {
  CommandLine command_line;
  CLI::App app(program.description, program.name);
  app.add_option("--config", command_line.configuration_file, "Configuration in protobuf text format")
      ->type_name("FILE")
      ->required();
  app.add_flag("--check", command_line.check_only, "Read the configuration, tell what is wrong with it, and exit");
  app.set_version_flag("--version", fmt::format("{} {}", program.name, Version()));
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? ExitStatus::kDone : ExitStatus::kWrongUsage;
  }
  return command_line;
}

}  // namespace voronka::process
