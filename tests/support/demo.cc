#include "tests/support/demo.h"

#include <sys/wait.h>

#include "client/endpoints.h"
#include "foundation/process/read_file.h"
#include "tests/support/programs.h"

namespace voronka::testing {

int Demo::Run(const std::vector<std::string>& arguments) {
  std::vector<std::string> environment;
  for (const auto& [service, address] : system_.endpoints().addresses) {
    environment.push_back(client::AddressVariable(service) + "=" + address);
  }
  std::vector<std::string> command{VORONKA_DEMO};
  command.insert(command.end(), arguments.begin(), arguments.end());
  const int status = AwaitProgram(StartProgram(InEnvironment(environment, command), log_));
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

int Demo::MakeAccount() { return MakeAccount(VORONKA_WHOLESALE); }

int Demo::MakeAccount(const std::string& solution) {
  const auto key = system_.keys().SigningKeyOf("operator").private_key_file();
  return Run({"account", "--operator-key", key, "--solution", solution});
}

std::string Demo::Output() const { return process::ReadFile(log_); }

}  // namespace voronka::testing
