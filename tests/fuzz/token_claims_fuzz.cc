#include <nlohmann/json.hpp>
#include <optional>

#include "foundation/security/json_web_signature.h"
#include "foundation/security/token_claims.h"
#include "tests/fuzz/target.h"

namespace voronka::fuzz {
namespace {

std::optional<security::Claims> ClaimsOf(const std::string& payload) {
  try {
    return security::ClaimsFromJson(security::ParseTokenJson(payload));
  } catch (const security::InvalidToken&) {
    return std::nullopt;
  }
}

}  // namespace

// The input is the payload of a token whose signature is right.
void Check(const std::string& input) {
  const auto claims = ClaimsOf(input);
  if (!claims) return;
  const bool is_service = claims->role == options::v1::ROLE_SERVICE;
  Require(is_service == !claims->service.empty(), "a service has a name, a person has none");
  Require(is_service == (claims->account_id == 0 && claims->user_id == 0), "a person has an account, a service none");
  Require(ClaimsOf(security::ClaimsToJson(*claims).dump()) == claims, "claims are read as they were written");
}

}  // namespace voronka::fuzz
