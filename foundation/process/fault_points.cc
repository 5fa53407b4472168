#include "foundation/process/fault_points.h"

#ifdef VORONKA_FAULT_POINTS

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <charconv>
#include <csignal>
#include <cstdlib>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "foundation/process/configuration_error.h"

namespace voronka::process {
namespace {

constexpr const char* kKillAt = "VORONKA_KILL_AT";
constexpr const char* kBreak = "VORONKA_BREAK";
constexpr const char* kClockError = "VORONKA_CLOCK_ERROR";

constexpr std::pair<std::string_view, KillPoint> kKillPoints[] = {
    {"before_commit", KillPoint::kBeforeCommit},
    {"after_commit", KillPoint::kAfterCommit},
    {"answer_stored", KillPoint::kAnswerStored},
    {"before_answer", KillPoint::kBeforeAnswer},
    {"offsets_reserved", KillPoint::kOffsetsReserved},
    {"cursor_moved", KillPoint::kCursorMoved},
    {"before_call", KillPoint::kBeforeCall},
    {"after_call", KillPoint::kAfterCall},
    {"fired", KillPoint::kFired},
    {"before_streaming", KillPoint::kBeforeStreaming},
    {"pushes_found", KillPoint::kPushesFound},
    {"push_claimed", KillPoint::kPushClaimed},
    {"push_answered", KillPoint::kPushAnswered},
};

constexpr std::pair<std::string_view, Fault> kFaults[] = {
    {"epoch_predicate", Fault::kEpochPredicate},
    {"cursor_before_effect", Fault::kCursorBeforeEffect},
    {"heartbeat", Fault::kHeartbeat},
    {"local_clock", Fault::kLocalClock},
    {"sweep", Fault::kSweep},
    {"deadlock", Fault::kDeadlock},
    {"request_id", Fault::kRequestId},
    {"offset_before_counter", Fault::kOffsetBeforeCounter},
    {"event_after_commit", Fault::kEventAfterCommit},
    {"undurable_answer", Fault::kUndurableAnswer},
    {"early_timer", Fault::kEarlyTimer},
    {"device_outlives_session", Fault::kDeviceOutlivesSession},
    {"unwished_push", Fault::kUnwishedPush},
    {"unanswered_push", Fault::kUnansweredPush},
    {"push_in_quiet_hours", Fault::kPushInQuietHours},
    {"expired_push", Fault::kExpiredPush},
    {"unsettled_push", Fault::kUnsettledPush},
    {"rule_on_update", Fault::kRuleOnUpdate},
};

struct Death {
  KillPoint point;
  int64_t pass;
};

std::string_view Environment(const char* variable) {
  const char* value = std::getenv(variable);
  return value == nullptr ? "" : value;
}

template <class T, size_t N>
T Named(std::string_view name, const std::pair<std::string_view, T> (&names)[N], const char* variable) {
  std::string known;
  for (const auto& [known_name, value] : names) {
    if (name == known_name) return value;
    known.append(known.empty() ? "" : ", ").append(known_name);
  }
  throw ConfigurationError({fmt::format("{}: there is no \"{}\"; there are {}", variable, name, known)});
}

int64_t Number(std::string_view text, const char* variable, int64_t least) {
  int64_t number = 0;
  const auto [end, error] = std::from_chars(text.begin(), text.end(), number);
  if (error == std::errc() && end == text.end() && number >= least) return number;
  throw ConfigurationError({fmt::format("{}: \"{}\" is not such a number", variable, text)});
}

std::optional<Death> ConfiguredDeath() {
  const auto text = Environment(kKillAt);
  if (text.empty()) return std::nullopt;
  const auto colon = std::min(text.find(':'), text.size());
  const auto point = Named(text.substr(0, colon), kKillPoints, kKillAt);
  return Death{point, colon == text.size() ? 1 : Number(text.substr(colon + 1), kKillAt, 1)};
}

std::optional<Fault> ConfiguredFault() {
  const auto name = Environment(kBreak);
  return name.empty() ? std::nullopt : std::optional(Named(name, kFaults, kBreak));
}

int64_t ClockError() {
  constexpr int64_t kMicrosPerMilli = 1'000;
  const auto text = Environment(kClockError);
  return text.empty() ? 0 : kMicrosPerMilli * Number(text, kClockError, std::numeric_limits<int32_t>::min());
}

std::function<void(KillPoint)>& ActionOfThisThread() {
  thread_local std::function<void(KillPoint)> action;
  return action;
}

std::atomic<std::optional<Fault>>& Made() {
  static std::atomic<std::optional<Fault>> made = ConfiguredFault();
  return made;
}

}  // namespace

void Pass(KillPoint point) {
  // A copy, as it may be replaced while it runs.
  if (const auto action = ActionOfThisThread()) action(point);
  static const auto death = ConfiguredDeath();
  static std::atomic<int64_t> passes = 0;
  if (death && death->point == point && ++passes == death->pass) (void)std::raise(SIGKILL);
}

bool Broken(Fault fault) { return Made().load() == fault; }

void OnPass(std::function<void(KillPoint)> action) { ActionOfThisThread() = std::move(action); }

void Make(std::optional<Fault> mistake) { Made() = mistake; }

int64_t ClockErrorMicros() {
  static const int64_t error = ClockError();
  return error;
}

void CheckFaultPoints() {
  ConfiguredDeath();
  ConfiguredFault();
  ClockError();
}

}  // namespace voronka::process

#endif
