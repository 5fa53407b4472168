#include "client/repetition.h"

#include <algorithm>

#include "foundation/process/random.h"

namespace voronka::client {
namespace {

using namespace std::chrono_literals;
constexpr std::chrono::milliseconds kFirstRetryDelay = 50ms;
constexpr std::chrono::milliseconds kMaxRetryDelay = 2s;
constexpr int kMaxDoublings = 6;

// Adds jitter, so that clients that were refused together do not come back together.
std::chrono::milliseconds WithJitter(std::chrono::milliseconds pause) {
  const double share = 1 + process::SystemRandom().Uniform01() / 2;
  return std::chrono::duration_cast<std::chrono::milliseconds>(pause * share);
}

std::optional<std::chrono::milliseconds> ShortestPause(const CallFailed& failure, int repeats) {
  if (failure.code() == grpc::StatusCode::RESOURCE_EXHAUSTED) return failure.retry_delay();
  if (failure.code() != grpc::StatusCode::UNAVAILABLE) return std::nullopt;
  const auto growing = std::min(kMaxRetryDelay, kFirstRetryDelay * (1 << std::min(repeats, kMaxDoublings)));
  return failure.retry_delay().value_or(growing);
}

}  // namespace

std::optional<std::chrono::milliseconds> PauseBeforeRepeating(const CallFailed& failure, int repeats) {
  const auto pause = ShortestPause(failure, repeats);
  return pause ? std::optional(WithJitter(*pause)) : std::nullopt;
}

}  // namespace voronka::client
