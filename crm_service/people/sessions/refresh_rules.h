#pragma once

#include <cstdint>
#include <string>

namespace voronka::crm {

// What a session keeps of its refresh tokens. Before the first refresh there is no previous one.
struct RefreshState {
  // SHA-256 of the secrets.
  std::string current_hash;
  std::string previous_hash = {};
  // Until then the previous token is answered with the current one again.
  int64_t previous_until = 0;
  // Leads from the previous secret to the current one: see SuccessorOf.
  std::string rotation_salt = {};
  // By which every secret of the session is known: see IsOfFamily.
  std::string family = {};
};

enum class RefreshVerdict {
  // The current token: a new one follows.
  kRotate,
  // The one before, in time: the answer to it was lost.
  kRepeat,
  // The one before, too late, or an earlier one: two hold it, and one of them stole it.
  kReuse,
  // No token that this session ever had.
  kRefuse,
};

RefreshVerdict Judge(const RefreshState& state, const std::string& secret, int64_t now);

// The state after a refresh with the current token.
RefreshState Rotated(const RefreshState& state, const std::string& secret, const std::string& salt, int64_t now);

}  // namespace voronka::crm
