#pragma once

#include <cstdint>

// For the tests of the whole system alone: a build with the option VORONKA_FAULT_POINTS may be told by its environment
// to die at a named point, or to make a named mistake. In every other build there is nothing of it.
namespace voronka::process {

// Where the process may be made to die, as by a power failure.
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
};

// The mistakes of a programmer that a check of the whole system must find.
enum class Fault {
  // A deal is read without its lock, and told as saved whether or not its epoch still was the same.
  kEpochPredicate,
  // A consumer's cursor is committed before the effects of the events.
  kCursorBeforeEffect,
  // The log is served before it is durable.
  kHeartbeat,
  // Deadlines are judged by the clock of the machine.
  kLocalClock,
  // Timers are only in memory.
  kSweep,
  // A transaction that a deadlock has ended passes for a committed one.
  kDeadlock,
  // A repeated request is not recognised.
  kRequestId,
  // Offsets are chosen before the counter is locked.
  kOffsetBeforeCounter,
  // What is told is committed before the events that tell it.
  kEventAfterCommit,
  // What another wrote is promised before it is durable.
  kUndurableAnswer,
};

#ifdef VORONKA_FAULT_POINTS

// VORONKA_KILL_AT=after_commit:17 ends the process when it passes that point for the 17th time.
void Pass(KillPoint point);
// VORONKA_BREAK=epoch_predicate says yes to that one.
bool Broken(Fault fault);
// VORONKA_CLOCK_ERROR=-3000 puts the machine's clock back by so many milliseconds.
int64_t ClockErrorMicros();
// Throws ConfigurationError, with the names that there are, where the environment has another.
void CheckFaultPoints();

#else

constexpr void Pass(KillPoint) {}
constexpr bool Broken(Fault) { return false; }
constexpr int64_t ClockErrorMicros() { return 0; }
constexpr void CheckFaultPoints() {}

#endif

}  // namespace voronka::process
