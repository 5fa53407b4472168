#pragma once

#include <optional>

#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/account.pb.h"

namespace voronka::crm {

// The table `accounts`.
class Accounts {
 public:
  explicit Accounts(rpc::Session& session) : session_(session) {}

  // The session's own account. Throws NOT_FOUND if a service names one that does not exist.
  v1::Account Get();
  // The same; nobody else changes it until the transaction ends.
  v1::Account Lock();
  // All accounts of the installation.
  v1::ListAccountsResponse List(const v1::ListAccountsRequest& request);

  v1::Account AddAs(int64_t id, v1::Account account);
  // `before` is locked.
  v1::Account Save(const v1::Account& before, v1::Account after);

 private:
  v1::Account Existing(std::optional<v1::Account> found) const;

  rpc::Session& session_;
};

}  // namespace voronka::crm
