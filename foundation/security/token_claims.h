#pragma once

#include <nlohmann/json_fwd.hpp>

#include "foundation/security/access_token.h"

namespace voronka::security {

// A token's claim set, including `iss` and `aud`.
nlohmann::json ClaimsToJson(const Claims& claims);

// Throws InvalidToken if a claim is missing, has another type, or is out of bounds.
Claims ClaimsFromJson(const nlohmann::json& payload);

// Throws InvalidToken unless the claims are entirely those of a person or entirely those of a service.
void CheckSubject(const Claims& claims);

}  // namespace voronka::security
