#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "voronka/config/v1/process.pb.h"

namespace voronka::client {

// Where the services listen.
struct Endpoints {
  // By the service's name, which stands in its proto package too: `crm` serves `voronka.crm.v1`.
  std::map<std::string, std::string, std::less<>> addresses = {
      {"crm", "127.0.0.1:7701"}, {"distribution", "127.0.0.1:7702"}, {"notifier", "127.0.0.1:7703"}};
  // Without files: clear text.
  config::v1::Tls tls;
};

// The name of the environment variable that holds a service's address: VORONKA_CRM for `crm`.
std::string AddressVariable(std::string_view service);

// The usual endpoints, but for those that the environment names.
Endpoints EndpointsOfEnvironment();

}  // namespace voronka::client
