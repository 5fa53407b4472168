#pragma once

#include <string>

#include "foundation/rpc/error.h"

namespace voronka::crm {

// A time zone must be one of the IANA database: UNKNOWN_TIME_ZONE. Empty: none is chosen.
void RequireTimeZone(const std::string& name, const std::string& field, rpc::Violations& violations);

}  // namespace voronka::crm
