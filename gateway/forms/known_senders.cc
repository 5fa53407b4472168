#include "gateway/forms/known_senders.h"

namespace voronka::gateway {
namespace {

constexpr std::chrono::minutes kRemembered(1);
constexpr size_t kMostKnown = 10'000;

}  // namespace

std::optional<bool> KnownSenders::AreServers(const std::string& key, Clock::time_point now) {
  const std::lock_guard lock(mutex_);
  const auto found = known_.find(key);
  return found != known_.end() && now < found->second.until ? std::optional(found->second.are_servers) : std::nullopt;
}

void KnownSenders::Remember(const std::string& key, bool are_servers, Clock::time_point now) {
  const std::lock_guard lock(mutex_);
  if (known_.size() >= kMostKnown) known_.clear();
  known_[key] = {.are_servers = are_servers, .until = now + kRemembered};
}

}  // namespace voronka::gateway
