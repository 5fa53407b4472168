#include "gateway/limits/rate_limit.h"

#include <algorithm>

namespace voronka::gateway {

std::optional<std::chrono::milliseconds> RateLimit::Take(const std::string& key, Clock::time_point now) {
  const std::lock_guard lock(mutex_);
  if (settled_.size() >= most_keys_) EvictIdle(now);
  auto& settled = settled_[key];
  const auto next = std::max(settled, now) + interval_;
  const auto latest = now + burst_ * interval_;
  if (next > latest) return std::chrono::ceil<std::chrono::milliseconds>(next - latest);
  settled = next;
  return std::nullopt;
}

void RateLimit::GiveBack(const std::string& key) {
  const std::lock_guard lock(mutex_);
  if (const auto found = settled_.find(key); found != settled_.end()) found->second -= interval_;
}

void RateLimit::EvictIdle(Clock::time_point now) {
  std::erase_if(settled_, [now](const auto& entry) { return entry.second <= now; });
  while (settled_.size() >= most_keys_) {
    settled_.erase(std::ranges::min_element(settled_, {}, [](const auto& entry) { return entry.second; }));
  }
}

}  // namespace voronka::gateway
