#include "tests/support/node_gateway.h"

#include "tests/support/free_port.h"
#include "tests/support/http_client.h"
#include "tests/support/programs.h"

namespace voronka::testing {
namespace {

bool Answers(const std::string& address) {
  try {
    HttpClient(address).Ask({.verb = "GET"});
    return true;
  } catch (const std::exception&) {
    return false;
  }
}

}  // namespace

std::unique_ptr<Process> NodeGateway(const client::Endpoints& services, const std::filesystem::path& folder) {
  const std::string address = FreeAddress();
  std::vector<std::string> environment = {"NODE_ENV=production"};
  for (const auto& [name, listen] : services.addresses) {
    environment.push_back(client::AddressVariable(name) + "=" + listen);
  }
  auto command = InEnvironment(environment, {"node", VORONKA_REFERENCE_GATEWAY, address.substr(address.find(':') + 1)});
  return std::make_unique<Process>(std::move(command), address, folder / "node.log", Answers);
}

}  // namespace voronka::testing
