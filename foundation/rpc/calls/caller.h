#pragma once

#include <cstdint>
#include <string>

#include "voronka/options/v1/access.pb.h"

namespace voronka::rpc {

// Who calls, on which account. Either a user, or a service that names the account.
struct Caller {
  // 0 for a service that named none and for a public method.
  int64_t account_id = 0;
  int64_t user_id = 0;
  int64_t session_id = 0;
  options::v1::Role role = options::v1::ROLE_UNSPECIFIED;
  // The user as the token tells of them: as of this etag.
  int64_t user_etag = 0;
  std::string service;
  // From where a public method is called, as the subscriber whom a limit is for: see ClientAddresses. Else empty.
  std::string client_address;
  // Language of the texts in errors: `ru` or `en`.
  std::string locale = "ru";

  bool IsService() const { return role == options::v1::ROLE_SERVICE; }
  // Heads of sales, directors and admins change what is not theirs; services act for the account.
  bool LeadsSales() const { return role != options::v1::ROLE_MANAGER && role != options::v1::ROLE_UNSPECIFIED; }
  // As it stands in keys and logs: `user:7`, `service:distribution`, `public`.
  std::string Name() const {
    if (IsService()) return "service:" + service;
    return user_id != 0 ? "user:" + std::to_string(user_id) : "public";
  }
};

}  // namespace voronka::rpc
