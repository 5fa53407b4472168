#include "crm_service/sessions/login_throttle.h"

#include <algorithm>
#include <chrono>

#include "foundation/rpc/error.h"

namespace voronka::crm {
namespace {

constexpr int kFailuresAllowed = 10;
constexpr int64_t kStreakLasts = std::chrono::microseconds(std::chrono::minutes(15)).count();

rpc::Error TooManyLogins(int64_t micros_left) {
  rpc::Error error(rpc::Code::kResourceExhausted, {"TOO_MANY_LOGINS",
                                                   "login",
                                                   {"Too many failed logins; try again later.",
                                                    "Слишком много неудачных попыток входа; попробуйте позже."}});
  return error.RetryAfter(std::chrono::ceil<std::chrono::milliseconds>(std::chrono::microseconds(micros_left)));
}

}  // namespace

void LoginThrottle::RequireRoom(const std::string& login, int64_t now) {
  const std::lock_guard lock(mutex_);
  ForgetIfOver(login, now);
  const auto found = streaks_.find(login);
  if (found == streaks_.end() || found->second.failures < kFailuresAllowed) return;
  throw TooManyLogins(found->second.began + kStreakLasts - now);
}

void LoginThrottle::Failed(const std::string& login, int64_t now) {
  const std::lock_guard lock(mutex_);
  ForgetIfOver(login, now);
  if (!streaks_.contains(login)) MakeRoom();
  ++streaks_.try_emplace(login, Streak{now}).first->second.failures;
}

void LoginThrottle::Succeeded(const std::string& login) {
  const std::lock_guard lock(mutex_);
  streaks_.erase(login);
}

void LoginThrottle::ForgetIfOver(const std::string& login, int64_t now) {
  const auto found = streaks_.find(login);
  if (found != streaks_.end() && found->second.began + kStreakLasts <= now) streaks_.erase(found);
}

void LoginThrottle::MakeRoom() {
  if (streaks_.size() < capacity_) return;
  streaks_.erase(std::min_element(streaks_.begin(), streaks_.end(),
                                  [](const auto& a, const auto& b) { return a.second.began < b.second.began; }));
}

}  // namespace voronka::crm
