#pragma once

#include <google/protobuf/message.h>

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "tests/support/process.h"
#include "voronka/config/v1/services.pb.h"

namespace voronka::testing {

struct ProgramFiles {
  // The folder of its configuration and log.
  std::filesystem::path folder;
  // The base name of these files.
  std::string name;
};

// A program with this configuration, not started yet. `command` lacks only the option that names the file.
std::unique_ptr<Process> ConfiguredProgram(const ProgramFiles& files, std::vector<std::string> command,
                                           const google::protobuf::Message& configuration, const std::string& listen,
                                           ServingProbe is_serving);

// `environment` consists of NAME=value.
std::unique_ptr<Process> GatewayProgram(const std::filesystem::path& folder, const config::v1::Gateway& configuration,
                                        const std::vector<std::string>& environment = {});

}  // namespace voronka::testing
