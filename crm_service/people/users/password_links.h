#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "foundation/rpc/calls/session.h"

namespace voronka::crm {

// What is kept of the link through which a user may set their password. Its token is a RowToken with the user as row.
struct PasswordLink {
  // The SHA-256 of the token's secret.
  std::string hash;
  int64_t expire_time;
};

// The table `password_links`. A user has at most one. Whoever changes it holds the user's lock.
class PasswordLinks {
 public:
  PasswordLinks(rpc::Session& session, int64_t account_id) : session_(session), account_id_(account_id) {}

  std::optional<PasswordLink> Find(int64_t user_id);
  // In place of the former.
  void Put(int64_t user_id, const PasswordLink& link);
  void Remove(int64_t user_id);

 private:
  rpc::Session& session_;
  const int64_t account_id_;
};

}  // namespace voronka::crm
