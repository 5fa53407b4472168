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

  // A login with a password that works. One statement whether it exists or not, so that the time says nothing.
  std::optional<Found> Find(const std::string& login_key);
  // Whoever has the login, with a password or without.
  std::optional<Owner> OwnerOf(const std::string& login_key);
  // Throws ALREADY_EXISTS (LOGIN_TAKEN) at `field`.
  void Take(const std::string& login, const Owner& owner, const std::string& field);
  // Gives the owner another login and frees the present one. Throws as Take does.
  void Move(const std::string& present, const std::string& next, const Owner& owner, const std::string& field);

 private:
  rpc::Session& session_;
};

}  // namespace voronka::crm
