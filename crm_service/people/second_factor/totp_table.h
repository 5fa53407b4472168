#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "crm_service/people/second_factor/totp_rules.h"
#include "foundation/rpc/calls/session.h"

namespace voronka::crm {

// The tables `user_totp` and `recovery_codes`. Whoever calls holds the user's lock.
class TotpTable {
 public:
  TotpTable(rpc::Session& session, int64_t account_id) : session_(session), account_id_(account_id) {}

  // Nothing before the first BeginTotp.
  std::optional<TotpState> Find(int64_t user_id);
  // In place of the former.
  void Put(int64_t user_id, const TotpState& state);
  // With the recovery codes.
  void Remove(int64_t user_id);

  // `codes` as people keep them.
  void AddRecoveryCodes(int64_t user_id, const std::vector<std::string>& codes);
  // Uses the code up; false if the user has none like it.
  bool UseRecoveryCode(int64_t user_id, const std::string& plain_code);

 private:
  rpc::Session& session_;
  const int64_t account_id_;
};

}  // namespace voronka::crm
