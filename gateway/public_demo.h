#pragma once

#include "client/service_clients.h"
#include "foundation/process/log.h"
#include "voronka/config/v1/services.pb.h"

namespace voronka::gateway {

// Whether the configuration says that people come from other machines.
bool IsPublic(const config::v1::Gateway& configuration);

// Throws process::ConfigurationError if the gateway is public and the demo's password opens the demo account. If
// `crm_service` does not answer, only the log says so: it refuses that password from outside by itself.
void RefusePublicDemo(const config::v1::Gateway& configuration, const client::ServiceClients& services,
                      process::Log& log);

}  // namespace voronka::gateway
