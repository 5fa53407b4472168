#pragma once

#include <string>

#include "foundation/rpc/requests/error.h"

namespace voronka::crm {

// Adds UNKNOWN_TIME_ZONE unless the name is one of the IANA database. Empty: none is chosen.
void RequireTimeZone(const std::string& name, const std::string& field, rpc::Violations& violations);

}  // namespace voronka::crm
