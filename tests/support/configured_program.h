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
  // Where its configuration and its log are.
  std::filesystem::path folder;
  // Which they are called by.
  std::string name;
};

// A program that reads this configuration, not started yet. `command`: all but the option that names the file.
std::unique_ptr<Process> ConfiguredProgram(const ProgramFiles& files, std::vector<std::string> command,
                                           const google::protobuf::Message& configuration, const std::string& listen,
                                           ServingProbe is_serving);

// `environment` of NAME=value.
std::unique_ptr<Process> GatewayProgram(const std::filesystem::path& folder, const config::v1::Gateway& configuration,
                                        const std::vector<std::string>& environment = {});

}  // namespace voronka::testing
