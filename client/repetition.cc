#include "client/repetition.h"

#include <algorithm>

namespace voronka::client {
namespace {

using namespace std::chrono_literals;
constexpr std::chrono::milliseconds kFirstPause = 50ms;
constexpr std::chrono::milliseconds kLongestPause = 2s;
constexpr int kDoublings = 6;

}  // namespace

std::optional<std::chrono::milliseconds> PauseBeforeRepeating(const CallFailed& failure, int repeats) {
  if (failure.code() == grpc::StatusCode::RESOURCE_EXHAUSTED) return failure.retry_delay();
  if (failure.code() != grpc::StatusCode::UNAVAILABLE) return std::nullopt;
  const auto growing = std::min(kLongestPause, kFirstPause * (1 << std::min(repeats, kDoublings)));
  return failure.retry_delay().value_or(growing);
}

}  // namespace voronka::client
