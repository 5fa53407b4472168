#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "tests/system/history/history.h"

// A small legal history, for tests that break it: one inquiry is offered, taken and worked on; the offer of another
// expires.
namespace voronka::testing {

inline constexpr int64_t kAccount = 3;
inline constexpr int64_t kManager = 7;
inline constexpr int64_t kOther = 8;

// This many seconds after the history began.
Moment At(double seconds);

// What happened, in order, each second one thing:
//   0 an inquiry makes deal 1        1 it is offered to kManager until 10   2 kManager takes it by a move
//   3 kManager sets a task due at 8, with a reminder at 6                   4 kManager adds a note
//   5 an inquiry makes deal 2        6 it is offered to kManager until 9    9 it is reclaimed
//   10 it is offered to kOther for good
History Sample();

// The event with this offset, from 1; and the name of its place in violations.
crm::v1::Event& EventAt(History& history, int64_t offset);
enum SampleEvent : int64_t {
  kReceived = 1,
  kCreated,
  kOffered,
  kMoved,
  kTaskSet,
  kReceived2,
  kCreated2,
  kOffered2,
  kReclaimed2,
  kGiven2,
};

// Calls in the order in which they were answered.
enum SampleOperation { kSubmit, kMove, kSetTask, kAddNote, kSubmit2 };

}  // namespace voronka::testing
