#include "foundation/program/run_program.h"

#include <fmt/format.h>

#include <cstdio>
#include <exception>

#include "foundation/configuration/configuration.h"
#include "foundation/process/fault_points.h"
#include "foundation/program/file_limit.h"

namespace voronka::process {
namespace {

ExitStatus Run(const CommandLine& command_line, google::protobuf::Message& configuration,
               const std::function<void()>& serve) {
  CheckFaultPoints();
  ReadConfiguration(command_line.configuration_file, configuration);
  if (command_line.check_only) {
    fmt::print("{}: OK\n", command_line.configuration_file.string());
  } else {
    RaiseFileLimit();
    serve();
  }
  return ExitStatus::kDone;
}

ExitStatus RunAndTell(const CommandLine& command_line, const std::string& name,
                      google::protobuf::Message& configuration, const std::function<void()>& serve) {
  try {
    return Run(command_line, configuration, serve);
  } catch (const ConfigurationError& error) {
    fmt::print(stderr, "{}\n", error.what());
    return ExitStatus::kWrongConfiguration;
  } catch (const std::exception& error) {
    fmt::print(stderr, "{}: {}\n", name, error.what());
    return ExitStatus::kFailed;
  }
}

}  // namespace

int RunProgram(const Program& program, int argc, const char* const* argv, google::protobuf::Message& configuration,
               const std::function<void()>& serve) {
  const auto parsed = ParseCommandLine(program, argc, argv);
  if (const auto* status = std::get_if<ExitStatus>(&parsed)) return static_cast<int>(*status);
  return static_cast<int>(RunAndTell(std::get<CommandLine>(parsed), program.name, configuration, serve));
}

}  // namespace voronka::process
