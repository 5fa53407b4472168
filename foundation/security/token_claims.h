#pragma once

#include <nlohmann/json_fwd.hpp>

#include "foundation/security/access_token.h"

namespace voronka::security {

// The claim set of a token, with `iss` and `aud`.
nlohmann::json ClaimsToJson(const Claims& claims);

// Throws InvalidToken for a claim that is missing, of another type, or out of bounds.
Claims ClaimsFromJson(const nlohmann::json& payload);

// Throws InvalidToken unless the claims are those of a person, or of a service, and of nothing between.
void CheckSubject(const Claims& claims);

}  // namespace voronka::security
