#include "crm_service/people/sessions/refresh_token.h"
#include "tests/fuzz/target.h"

namespace voronka::fuzz {

void Check(const std::string& input) {
  const auto token = crm::RefreshToken::Parse(input);
  if (!token) return;
  Require(token->account_id > 0 && token->session_id > 0 && !token->secret.empty(), "a token names a session");
  const auto again = crm::RefreshToken::Parse(token->Spelled());
  Require(again && again->Spelled() == token->Spelled(), "a token is read as it was spelled");
  Require(!crm::IsOfFamily(token->secret, "family"), "nobody makes a secret of a session without its family");
  Require(again->secret == token->secret && input.ends_with(token->secret), "the secret is what was sent");
}

}  // namespace voronka::fuzz
