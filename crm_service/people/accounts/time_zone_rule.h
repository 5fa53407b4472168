#pragma once

#include <string>

#include "foundation/rpc/requests/error.h"

namespace voronka::crm {

// Adds UNKNOWN_TIME_ZONE unless the name is a zone or a link of the IANA database, which browsers know too. Empty: none
// is chosen.
void RequireTimeZone(const std::string& name, const std::string& field, rpc::Violations& violations);

}  // namespace voronka::crm
