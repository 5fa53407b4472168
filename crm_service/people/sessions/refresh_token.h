#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "foundation/process/random.h"

namespace voronka::crm {

// The token with which a client refreshes its session: a RowToken of the table `sessions`.
struct RefreshToken {
  int64_t account_id;
  int64_t session_id;
  std::string secret;

  static std::optional<RefreshToken> Parse(const std::string& text);
  std::string Spelled() const;
};

// A secret is 43 random characters and 43 that prove, to whoever has the session's `family`, that the secret was made
// for this session. So every secret can be recognised, however many followed it, though only the last two are stored in
// any form. The family alone grants no access. It is empty in the sessions of an early release, whose secrets have no
// proof.
std::string NewRefreshSecret(process::Random& random, const std::string& family);

// The next secret. Refreshing twice with the same token gives the same one, although neither secret is stored: only
// `salt` is, which is useless without the previous secret.
std::string SuccessorOf(const std::string& secret, const std::string& salt, const std::string& family);

// Whether it ever was a secret of this session. A first secret without proof is recognised by its SHA-256, which became
// the family at the first refresh.
bool IsOfFamily(const std::string& secret, const std::string& family);

}  // namespace voronka::crm
