#pragma once

#include <cstdint>
#include <functional>
#include <optional>

// Only for tests of the whole system and for simulations. In a build with the option VORONKA_FAULT_POINTS, environment
// variables can make the process die at a named point or make a named mistake. Every other build contains none of this.
namespace voronka::process {

// Where the process can be made to die, as in a power failure.
enum class KillPoint {
  kBeforeCommit,
  kAfterCommit,
  kAnswerStored,
  kBeforeAnswer,
  kOffsetsReserved,
  kCursorMoved,
  kBeforeCall,
  kAfterCall,
  kFired,
  kBeforeStreaming,
  kPushesFound,
  kPushClaimed,
  kPushAnswered,
};

// Programming mistakes that a test of the whole system, or a simulation, must find.
enum class Fault {
  // A deal is read without its lock, and reported as saved whether or not its epoch was still the same.
  kEpochPredicate,
  // A consumer's cursor is committed before the effects of the events.
  kCursorBeforeEffect,
  // The log is served before it is durable.
  kHeartbeat,
  // Deadlines are compared with the machine's clock.
  kLocalClock,
  // Timers exist only in memory.
  kSweep,
  // A transaction that a deadlock has rolled back counts as committed.
  kDeadlock,
  // A retried request is not recognised.
  kRequestId,
  // Offsets are chosen before the counter is locked.
  kOffsetBeforeCounter,
  // A change is committed before the events that announce it.
  kEventAfterCommit,
  // An answer that depends on another transaction's writes is sent before they are durable.
  kUndurableAnswer,
  // A timer may fire half a minute early.
  kEarlyTimer,
  // A device stays when its session ends.
  kDeviceOutlivesSession,
  // A push is made for those too who do not want it.
  kUnwishedPush,
  // A push counts as delivered once it was handed over, whatever its push service answers.
  kUnansweredPush,
  // A push is sent in quiet hours.
  kPushInQuietHours,
  // A push is sent although its life has ended.
  kExpiredPush,
  // What was answered on one device goes on ringing on the others.
  kUnsettledPush,
  // The rules that hold from a stage on are not asked when a deal is updated.
  kRuleOnUpdate,
};

#ifdef VORONKA_FAULT_POINTS

// VORONKA_KILL_AT=after_commit:17 kills the process when it passes that point for the 17th time.
void Pass(KillPoint point);
// True for the fault named by the environment: VORONKA_BREAK=epoch_predicate.
bool Broken(Fault fault);
// VORONKA_CLOCK_ERROR=-3000 sets the machine's clock back by that many milliseconds.
int64_t ClockErrorMicros();
// Throws ConfigurationError, which lists the valid names, if the environment has another one.
void CheckFaultPoints();

// For simulations, in which several processes live in one. What this thread does at every point, whatever the
// environment says; it may throw. Empty: nothing any more.
void OnPass(std::function<void(KillPoint)> action);
// Which mistake is made from now on.
void Make(std::optional<Fault> mistake);

#else

constexpr void Pass(KillPoint) {}
constexpr bool Broken(Fault) { return false; }
constexpr int64_t ClockErrorMicros() { return 0; }
constexpr void CheckFaultPoints() {}

#endif

}  // namespace voronka::process
