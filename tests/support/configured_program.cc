#include "tests/support/configured_program.h"

#include <google/protobuf/text_format.h>

#include <fstream>

#include "tests/support/http_client.h"
#include "tests/support/programs.h"

namespace voronka::testing {

std::unique_ptr<Process> ConfiguredProgram(const ProgramFiles& files, std::vector<std::string> command,
                                           const google::protobuf::Message& configuration, const std::string& listen,
                                           ServingProbe is_serving) {
  const std::filesystem::path file = files.folder / (files.name + ".textproto");
  std::string text;
  google::protobuf::TextFormat::PrintToString(configuration, &text);
  std::ofstream(file) << text;
  command.insert(command.end(), {"--config", file});
  return std::make_unique<Process>(std::move(command), listen, files.folder / (files.name + ".log"),
                                   std::move(is_serving));
}

std::unique_ptr<Process> GatewayProgram(const std::filesystem::path& folder, const config::v1::Gateway& configuration,
                                        const std::vector<std::string>& environment) {
  return ConfiguredProgram({folder, "gateway"}, InEnvironment(environment, {VORONKA_GATEWAY}), configuration,
                           configuration.listen(), IsReady);
}

}  // namespace voronka::testing
