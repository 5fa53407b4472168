#pragma once

#include <cstdint>
#include <string>

#include "client/identity.h"
#include "tests/support/system.h"
#include "voronka/options/v1/access.pb.h"

namespace voronka::testing {

// Credentials of callers, valid or not, signed with the keys of the system.
class Passes {
 public:
  // For users of this account.
  Passes(const System& system, int64_t account_id) : system_(system), account_id_(account_id) {}

  client::Metadata Person(options::v1::Role role) const;
  client::Metadata ExpiredPerson() const;
  // Signed with the caller's own key, under the name of the right key or an unknown one.
  client::Metadata PersonOfAnotherKey(const std::string& kid) const;
  // Signed with a service's key, which must not sign for users.
  client::Metadata PersonOfAServicesKey() const;

  // In the account; 0: in none.
  client::Metadata Service(const std::string& name, int64_t account_id) const;
  // Claims to be `name`, but is signed with another service's key.
  client::Metadata ServiceOfAnothersKey(const std::string& name, const std::string& other) const;

 private:
  client::Metadata Signed(const config::v1::SigningKey& key, options::v1::Role role, int64_t signed_micros) const;

  const System& system_;
  const int64_t account_id_;
};

client::Metadata WithToken(const std::string& token);
client::Metadata InAccount(client::Metadata metadata, const std::string& account);

}  // namespace voronka::testing
