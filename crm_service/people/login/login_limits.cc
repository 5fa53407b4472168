#include "crm_service/people/login/login_limits.h"

namespace voronka::crm {
namespace {

using std::chrono::microseconds;

rpc::Error TooMany(const std::string& reason, const std::string& field, rpc::Text text, microseconds wait) {
  rpc::Error error(rpc::Code::kResourceExhausted, {reason, field, std::move(text)});
  return error.RetryAfter(std::chrono::ceil<std::chrono::milliseconds>(wait));
}

rpc::Error TooManyLogins(microseconds wait) {
  return TooMany(
      "TOO_MANY_LOGINS", "login",
      {"Too many failed logins; try again later.", "Слишком много неудачных попыток входа; попробуйте позже."}, wait);
}

// No login holds a line break.
std::string AtAddress(const LoginTry& who) { return who.login + '\n' + who.address; }
std::string OnDevice(const LoginTry& who) { return who.login + '\n' + who.device; }

}  // namespace

rpc::Error TooManyAttempts(microseconds wait) {
  return TooMany("TOO_MANY_ATTEMPTS", "",
                 {"Too many attempts from this address; wait a little.",
                  "Слишком много попыток с этого адреса; подождите немного."},
                 wait);
}

void LoginLimits::Hold(Try& attempt, const LoginTry& who, int64_t now) {
  if (!who.device.empty()) {
    if (const auto wait = attempt.HoldAgainst(of_device_, OnDevice(who), now)) throw TooManyLogins(*wait);
    return;
  }
  HoldAddress(attempt, who.address, now);
  if (const auto wait = attempt.HoldAgainst(of_login_at_address_, AtAddress(who), now)) throw TooManyLogins(*wait);
  if (const auto wait = attempt.HoldAgainst(of_login_, who.login, now)) throw TooManyLogins(*wait);
}

void LoginLimits::HoldAddress(Try& attempt, const std::string& address, int64_t now) {
  if (const auto wait = attempt.HoldAgainst(of_address_, address, now)) throw TooManyAttempts(*wait);
}

void LoginLimits::Succeeded(const LoginTry& who) {
  if (who.device.empty()) {
    of_login_at_address_.Forget(AtAddress(who));
  } else {
    of_device_.Forget(OnDevice(who));
  }
}

}  // namespace voronka::crm
