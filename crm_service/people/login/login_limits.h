#pragma once

#include <string>

#include "crm_service/people/sessions/failure_limit.h"
#include "foundation/rpc/requests/error.h"

namespace voronka::crm {

// Who tries to log in, and from where.
struct LoginTry {
  // A LoginKey.
  std::string login;
  // As Caller::client_address.
  std::string address;
  // A device on which this user has logged in before; empty if it is not a known one.
  std::string device;
};

// Slows down password guessing without letting strangers lock anybody out for long. Within a quarter of an hour a login
// may fail ten times in a row from one address, and 100 times from all addresses together. An address may fail 30 times
// within three minutes, whatever the logins; no longer, for it may be an office where everybody starts at nine o'clock.
// A device on which the user has logged in before is counted separately, ten failures in a quarter of an hour, and
// failures elsewhere do not count against it.
//
// Each process counts on its own. Logins that do not exist count like any others.
class LoginLimits {
 public:
  // Throws RESOURCE_EXHAUSTED (TOO_MANY_LOGINS, TOO_MANY_ATTEMPTS).
  void Hold(Try& attempt, const LoginTry& who, int64_t now);
  // For whoever proves who they are without a login: counts with the failed logins of the address. Throws
  // RESOURCE_EXHAUSTED (TOO_MANY_ATTEMPTS).
  void HoldAddress(Try& attempt, const std::string& address, int64_t now);
  void Succeeded(const LoginTry& who);

 private:
  FailureLimit of_address_{30, std::chrono::minutes(3)};
  FailureLimit of_login_at_address_{10, std::chrono::minutes(15)};
  FailureLimit of_login_{100, std::chrono::minutes(15)};
  FailureLimit of_device_{10, std::chrono::minutes(15)};
};

// RESOURCE_EXHAUSTED (TOO_MANY_ATTEMPTS): the limit of an address, whoever calls from it.
rpc::Error TooManyAttempts(std::chrono::microseconds wait);

}  // namespace voronka::crm
