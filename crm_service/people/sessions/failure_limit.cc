#include "crm_service/people/sessions/failure_limit.h"

namespace voronka::crm {

std::optional<std::chrono::microseconds> FailureLimit::Take(const std::string& key, int64_t now) {
  const std::lock_guard lock(mutex_);
  ForgetThoseOver(now);
  auto found = streaks_.find(key);
  if (found == streaks_.end()) {
    MakeRoom();
    found = streaks_.emplace(key, Streak{now}).first;
    by_age_.emplace(now, key);
  }
  Streak& streak = found->second;
  if (streak.failures >= most_) return std::chrono::microseconds(streak.began + time_ - now);
  ++streak.failures;
  return std::nullopt;
}

void FailureLimit::GiveBack(const std::string& key) {
  const std::lock_guard lock(mutex_);
  const auto found = streaks_.find(key);
  if (found != streaks_.end() && --found->second.failures <= 0) Erase(found);
}

void FailureLimit::Forget(const std::string& key) {
  const std::lock_guard lock(mutex_);
  if (const auto found = streaks_.find(key); found != streaks_.end()) Erase(found);
}

void FailureLimit::ForgetThoseOver(int64_t now) {
  while (!by_age_.empty() && by_age_.begin()->first + time_ <= now) Erase(streaks_.find(by_age_.begin()->second));
}

void FailureLimit::MakeRoom() {
  if (streaks_.size() >= capacity_) Erase(streaks_.find(by_age_.begin()->second));
}

void FailureLimit::Erase(Streaks::iterator streak) {
  by_age_.erase({streak->second.began, streak->first});
  streaks_.erase(streak);
}

Try::~Try() {
  if (failed_) return;
  for (const auto& [limit, key] : held_) limit->GiveBack(key);
}

std::optional<std::chrono::microseconds> Try::HoldAgainst(FailureLimit& limit, const std::string& key, int64_t now) {
  const auto wait = limit.Take(key, now);
  if (!wait) held_.emplace_back(&limit, key);
  return wait;
}

}  // namespace voronka::crm
