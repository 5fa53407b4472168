#include "tests/bench/callers.h"

#include <chrono>

#include "tests/bench/floor/account_header.h"

namespace voronka::bench {
namespace {

constexpr std::chrono::hours kLifetime(1);
constexpr char kIntake[] = "intake";

}  // namespace

Callers::Callers(const testing::System& system)
    : clock_(system.clock()), users_(system.keys().SigningKeyOf("crm")), intake_(system.keys().SigningKeyOf(kIntake)) {}

client::Metadata Callers::Introduce(const security::TokenSigner& signer, const security::Claims& claims,
                                    int64_t account_id) const {
  return {{"authorization", "Bearer " + signer.Sign(claims, kLifetime, clock_.NowMicros())},
          {kAccountHeader, std::to_string(account_id)}};
}

client::Metadata Callers::Manager(int64_t account_id, int64_t user_id) const {
  security::Claims claims;
  claims.account_id = account_id;
  claims.user_id = user_id;
  claims.session_id = 1;
  claims.role = options::v1::ROLE_MANAGER;
  return Introduce(users_, claims, account_id);
}

client::Metadata Callers::Intake(int64_t account_id) const {
  security::Claims claims;
  claims.role = options::v1::ROLE_SERVICE;
  claims.service = kIntake;
  auto metadata = Introduce(intake_, claims, account_id);
  metadata.emplace_back("voronka-account", std::to_string(account_id));
  return metadata;
}

}  // namespace voronka::bench
