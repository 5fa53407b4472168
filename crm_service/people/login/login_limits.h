#pragma once

#include <string>

#include "crm_service/people/sessions/failure_limit.h"
#include "foundation/rpc/error.h"

namespace voronka::crm {

// Who tries to log in, and from where.
struct LoginTry {
  // A LoginKey.
  std::string login;
  // As Caller::client_address.
  std::string address;
  // Which of the devices it is on which this user has logged in before; empty: none that is known.
  std::string device;
};

// Slows the guessing of passwords, whichever way it comes in, without letting strangers lock anybody out for long: ten
// failures in a row of a login from one address, and 100 from all, in a quarter of an hour; of one address, whatever
// the logins, 30 in three minutes, for behind it may be an office that comes at nine o'clock. A device on which the
// user has logged in before counts alone, ten in a quarter of an hour, and none of the others' failures are held
// against it.
//
// Each process counts for itself. Logins that nobody has count as the others do.
class LoginLimits {
 public:
  // Throws RESOURCE_EXHAUSTED (TOO_MANY_LOGINS, TOO_MANY_ATTEMPTS).
  void Hold(Try& attempt, const LoginTry& who, int64_t now);
  void Succeeded(const LoginTry& who);

 private:
  FailureLimit of_address_{30, std::chrono::minutes(3)};
  FailureLimit of_login_at_address_{10, std::chrono::minutes(15)};
  FailureLimit of_login_{100, std::chrono::minutes(15)};
  FailureLimit of_device_{10, std::chrono::minutes(15)};
};

// RESOURCE_EXHAUSTED (TOO_MANY_ATTEMPTS): whoever it is, from this address.
rpc::Error TooManyAttempts(std::chrono::microseconds wait);

}  // namespace voronka::crm
