#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "foundation/process/random.h"

namespace voronka::crm {

// What a client refreshes its session with. It is spelled `<account>.<session>.<secret>`, so that the session is found
// by its key and the secret alone has to be compared.
struct RefreshToken {
  int64_t account_id;
  int64_t session_id;
  std::string secret;

  static std::optional<RefreshToken> Parse(const std::string& text);
  std::string Spelled() const;
};

// A secret is 43 characters that nobody guesses and 43 that prove, to who has the session's `family`, that they were
// made for it: so each is known again, however many followed it, and none but the last two is stored in any form. The
// family opens nothing. It is empty in a session of a release that knew none, and its secrets have no proof.
std::string NewRefreshSecret(process::Random& random, const std::string& family);

// The secret that follows. Whoever refreshes twice with the same token gets the same one, though neither secret is
// stored: `salt` is, and tells nothing without the secret before.
std::string SuccessorOf(const std::string& secret, const std::string& salt, const std::string& family);

// Whether it was a secret of this session, early or late. The one that the first refresh found, where that was without
// proof, is known by its SHA-256, which became the family.
bool IsOfFamily(const std::string& secret, const std::string& family);

}  // namespace voronka::crm
