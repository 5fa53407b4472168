#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "voronka/config/v1/process.pb.h"

namespace voronka::client {

// The addresses of the services.
struct Endpoints {
  // By service name, which also appears in its proto package: `crm` serves `voronka.crm.v1`.
  std::map<std::string, std::string, std::less<>> addresses = {
      {"crm", "127.0.0.1:7701"}, {"distribution", "127.0.0.1:7702"}, {"notifier", "127.0.0.1:7703"}};
  // Without files: clear text.
  config::v1::Tls tls;
};

// The name of the environment variable that holds a service's address: VORONKA_CRM for `crm`.
std::string AddressVariable(std::string_view service);

// The default endpoints, with those that the environment overrides.
Endpoints EndpointsOfEnvironment();

}  // namespace voronka::client
