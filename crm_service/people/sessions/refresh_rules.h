#pragma once

#include <cstdint>
#include <string>

namespace voronka::crm {

// What a session keeps of its refresh tokens. There is no previous token before the first refresh.
struct RefreshState {
  // SHA-256 of the secrets.
  std::string current_hash;
  std::string previous_hash = {};
  // Until then the previous token is answered with the current one once more.
  int64_t previous_until = 0;
  // Leads from the previous secret to the current one: see SuccessorOf.
  std::string rotation_salt = {};
  // Identifies every secret of the session: see IsOfFamily.
  std::string family = {};
};

enum class RefreshVerdict {
  // The current token: replace it.
  kRotate,
  // The previous token, in time: the response to it was lost.
  kRepeat,
  // The previous token, too late, or an earlier one: two parties hold it, and one of them stole it.
  kReuse,
  // Never a token of this session.
  kRefuse,
};

RefreshVerdict Judge(const RefreshState& state, const std::string& secret, int64_t now);

// The state after a refresh with the current token.
RefreshState Rotated(const RefreshState& state, const std::string& secret, const std::string& salt, int64_t now);

}  // namespace voronka::crm
