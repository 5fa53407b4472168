#pragma once

#include <string>

namespace voronka::crm {

// Everybody knows the demo's password, so it is good on the machine itself only, however the machine is reached and
// whatever its configuration says. Throws PERMISSION_DENIED (DEMO_PASSWORD). `client_address` as in rpc::Caller.
void RefuseDemoPasswordFromOutside(const std::string& password, const std::string& client_address);

}  // namespace voronka::crm
