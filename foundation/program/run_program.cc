#include "foundation/program/run_program.h"

#include <fmt/format.h>

#include <cstdio>
#include <exception>

#include "foundation/configuration/configuration.h"
#include "foundation/process/fault_points.h"
#include "foundation/program/file_limit.h"

namespace voronka::process {
namespace {

void Do(const CommandLine& command_line, const Tasks& tasks) {
  switch (command_line.errand) {
    case Errand::kCheck:
      return fmt::print("{}: OK\n", command_line.configuration_file.string());
    case Errand::kPlanMigrations:
      return tasks.plan_migrations();
    case Errand::kMigrate:
      return tasks.migrate();
    case Errand::kNone:
      RaiseFileLimit();
      return tasks.serve();
  }
}

ExitStatus Run(const CommandLine& command_line, google::protobuf::Message& configuration, const Tasks& tasks) {
  CheckFaultPoints();
  ReadConfiguration(command_line.configuration_file, configuration);
  Do(command_line, tasks);
  return ExitStatus::kDone;
}

ExitStatus RunAndTell(const CommandLine& command_line, const std::string& name,
                      google::protobuf::Message& configuration, const Tasks& tasks) {
  try {
    return Run(command_line, configuration, tasks);
  } catch (const ConfigurationError& error) {
    fmt::print(stderr, "{}\n", error.what());
    return ExitStatus::kWrongConfiguration;
  } catch (const std::exception& error) {
    fmt::print(stderr, "{}: {}\n", name, error.what());
    return ExitStatus::kFailed;
  }
}

}  // namespace

int RunProgram(Program program, int argc, const char* const* argv, google::protobuf::Message& configuration,
               const Tasks& tasks) {
  program.has_schema = tasks.migrate != nullptr;
  const auto parsed = ParseCommandLine(program, argc, argv);
  if (const auto* status = std::get_if<ExitStatus>(&parsed)) return static_cast<int>(*status);
  return static_cast<int>(RunAndTell(std::get<CommandLine>(parsed), program.name, configuration, tasks));
}

}  // namespace voronka::process
