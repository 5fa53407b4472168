#include "crm_service/people/sessions/refresh_rules.h"

#include <chrono>

#include "crm_service/people/sessions/refresh_token.h"
#include "foundation/security/secret.h"

namespace voronka::crm {
namespace {

constexpr int64_t kGrace = std::chrono::microseconds(std::chrono::seconds(30)).count();

}  // namespace

RefreshVerdict Judge(const RefreshState& state, const std::string& secret, int64_t now) {
  const std::string hash = security::Sha256(secret);
  if (security::EqualInConstantTime(hash, state.current_hash)) return RefreshVerdict::kRotate;
  const bool is_previous = security::EqualInConstantTime(hash, state.previous_hash);
  if (is_previous && now <= state.previous_until) return RefreshVerdict::kRepeat;
  return is_previous || IsOfFamily(secret, state.family) ? RefreshVerdict::kReuse : RefreshVerdict::kRefuse;
}

RefreshState Rotated(const RefreshState& state, const std::string& secret, const std::string& salt, int64_t now) {
  const std::string family = state.family.empty() ? state.current_hash : state.family;
  return {.current_hash = security::Sha256(SuccessorOf(secret, salt, family)),
          .previous_hash = state.current_hash,
          .previous_until = now + kGrace,
          .rotation_salt = salt,
          .family = family};
}

}  // namespace voronka::crm
