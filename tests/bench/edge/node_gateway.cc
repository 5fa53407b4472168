#include "tests/bench/edge/node_gateway.h"

#include "tests/support/free_port.h"
#include "tests/support/http_client.h"
#include "tests/support/programs.h"

namespace voronka::bench {
namespace {

bool Answers(const std::string& address) {
  try {
    testing::HttpClient(address).Ask({.verb = "GET", .path = "/"});
    return true;
  } catch (const std::exception&) {
    return false;
  }
}

}  // namespace

std::unique_ptr<testing::Process> NodeGateway(const std::string& services, const testing::Janitor& janitor) {
  const std::string address = testing::FreeAddress();
  auto command = testing::InEnvironment({"NODE_ENV=production", "VORONKA_CRM=" + services},
                                        {"node", VORONKA_REFERENCE_GATEWAY, address.substr(address.find(':') + 1)});
  return std::make_unique<testing::Process>(std::move(command), address, janitor.folder() / "node.log", Answers);
}

}  // namespace voronka::bench
