#pragma once

#include <cstdint>
#include <string>

#include "voronka/options/v1/access.pb.h"

namespace voronka::rpc {

// Who calls, and on which account: either a user, or a service that names the account.
struct Caller {
  // 0 for a service that named none, and for a public method.
  int64_t account_id = 0;
  int64_t user_id = 0;
  int64_t session_id = 0;
  options::v1::Role role = options::v1::ROLE_UNSPECIFIED;
  // The etag of the user that the token describes.
  int64_t user_etag = 0;
  // The name of the user's device, as it gave itself at login. May be empty.
  std::string client;
  std::string service;
  // For a public method: the address it is called from, as the subscriber that limits apply to (see ClientAddresses).
  // Otherwise empty.
  std::string client_address;
  // Language of error texts and of other words in answers: `ru` or `en`.
  std::string locale = "ru";

  bool IsService() const { return role == options::v1::ROLE_SERVICE; }
  // Heads of sales, directors and admins may change what belongs to others; services act for the account.
  bool LeadsSales() const { return role != options::v1::ROLE_MANAGER && role != options::v1::ROLE_UNSPECIFIED; }
  // As written in keys and logs: `user:7`, `service:distribution`, `public`.
  std::string Name() const {
    if (IsService()) return "service:" + service;
    return user_id != 0 ? "user:" + std::to_string(user_id) : "public";
  }
};

}  // namespace voronka::rpc
