#include "client/endpoints.h"

#include <cctype>
#include <cstdlib>

namespace voronka::client {

std::string AddressVariable(std::string_view service) {
  std::string name = "VORONKA_";
  for (const unsigned char letter : service) name += static_cast<char>(std::toupper(letter));
  return name;
}

Endpoints EndpointsOfEnvironment() {
  Endpoints endpoints;
  for (auto& [service, address] : endpoints.addresses) {
    if (const char* named = std::getenv(AddressVariable(service).c_str()); named != nullptr) address = named;
  }
  return endpoints;
}

}  // namespace voronka::client
