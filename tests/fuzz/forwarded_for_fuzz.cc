#include <stdexcept>

#include "gateway/http/client_address.h"
#include "tests/fuzz/target.h"

namespace voronka::fuzz {
namespace {

using gateway::TrustedProxies;

bool IsAddress(const std::string& text) {
  return !text.empty() && text.find_first_not_of("0123456789abcdefABCDEF.:") == std::string::npos;
}

void CheckNetwork(const std::string& input) try {
  const TrustedProxies proxies({input});
  Require(IsAddress(input.substr(0, input.find('/'))), "a network begins with an address");
} catch (const std::invalid_argument&) {
}

}  // namespace

void Check(const std::string& input) {
  static const TrustedProxies proxies({"127.0.0.1", "10.0.0.0/8", "fd00::/8"});
  gateway::Request request;
  request.set("x-forwarded-for", input);
  Require(proxies.ClientOf("192.0.2.1", request).address == "192.0.2.1", "a stranger is not believed");
  const std::string address = proxies.ClientOf("127.0.0.1", request).address;
  Require(IsAddress(address), "an address is one");
  Require(address == "127.0.0.1" || input.find(address) != std::string::npos, "an address is one that was named");
  CheckNetwork(input);
}

}  // namespace voronka::fuzz
