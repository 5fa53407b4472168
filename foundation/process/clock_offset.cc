#include "foundation/process/clock_offset.h"

#include <algorithm>
#include <chrono>

namespace voronka::process {
namespace {

constexpr int kAnswers = 3;
constexpr int64_t kMaxRoundTrip = std::chrono::microseconds(std::chrono::milliseconds(100)).count();

struct Answer {
  int64_t round_trip;
  int64_t offset;

  friend auto operator<=>(const Answer&, const Answer&) = default;
};

Answer Ask(const Clock& clock, const std::function<int64_t()>& ask) {
  const int64_t before = clock.NowMicros();
  const int64_t there = ask();
  const int64_t round_trip = clock.NowMicros() - before;
  return {round_trip, there - (before + round_trip / 2)};
}

}  // namespace

std::optional<int64_t> OffsetTo(const Clock& clock, const std::function<int64_t()>& ask) {
  Answer quickest = Ask(clock, ask);
  for (int answer = 1; answer < kAnswers; ++answer) quickest = std::min(quickest, Ask(clock, ask));
  if (quickest.round_trip > kMaxRoundTrip) return std::nullopt;
  return quickest.offset;
}

}  // namespace voronka::process
