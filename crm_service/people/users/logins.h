#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "foundation/rpc/calls/session.h"

namespace voronka::crm {

// The table `logins`: who owns a login, across all accounts.
class Logins {
 public:
  struct Owner {
    int64_t account_id;
    int64_t user_id;
  };

  explicit Logins(rpc::Session& session) : session_(session) {}

  struct Found {
    Owner owner;
    std::string password_hash;
  };

  // One statement whether the login exists or not, so that the time says nothing.
  std::optional<Found> Find(const std::string& login_key);
  // Throws ALREADY_EXISTS (LOGIN_TAKEN) at `field`.
  void Take(const std::string& login, const Owner& owner, const std::string& field);

 private:
  rpc::Session& session_;
};

}  // namespace voronka::crm
