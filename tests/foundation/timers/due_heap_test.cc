#include "foundation/timers/due_heap.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace voronka::timers {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

Timer At(int64_t subject, int64_t due, int64_t epoch = 1) { return {{1, "call", subject}, due, epoch, ""}; }

std::vector<int64_t> Subjects(const std::vector<Timer>& timers) {
  std::vector<int64_t> subjects;
  for (const auto& timer : timers) subjects.push_back(timer.key.subject);
  return subjects;
}

TEST(DueHeaps, ReturnDueTimersEarliestFirst) {
  DueHeap heap;
  for (const auto& timer : {At(1, 30), At(2, 10), At(3, 20), At(4, 31)}) heap.Put(timer);
  EXPECT_EQ(heap.NextDue(), 10);
  EXPECT_THAT(Subjects(heap.TakeDue(30)), ElementsAre(2, 3, 1));
  EXPECT_EQ(heap.NextDue(), 31);
}

TEST(DueHeaps, ReturnATimerOnce) {
  DueHeap heap;
  heap.Put(At(1, 10));
  EXPECT_THAT(Subjects(heap.TakeDue(10)), ElementsAre(1));
  EXPECT_THAT(heap.TakeDue(10), IsEmpty());
  EXPECT_EQ(heap.size(), 0U);
  EXPECT_EQ(heap.NextDue(), std::nullopt);
}

TEST(DueHeaps, ReturnNoTimerBeforeItIsDue) {
  DueHeap heap;
  heap.Put(At(1, 10));
  EXPECT_THAT(heap.TakeDue(9), IsEmpty());
}

// Whoever claims it learns which epoch counts.
TEST(DueHeaps, KeepEveryEpochOfATimer) {
  DueHeap heap;
  heap.Put(At(1, 10, 1));
  heap.Put(At(1, 5, 2));
  heap.Put(At(1, 20, 3));
  EXPECT_THAT(Subjects(heap.TakeDue(10)), ElementsAre(1, 1));
  EXPECT_EQ(heap.NextDue(), 20);
}

TEST(DueHeaps, DoNotTakeAHigherEpochForALaterOne) {
  DueHeap heap;
  heap.Put(At(1, 10, 2));
  heap.Put(At(1, 5, 1));
  EXPECT_EQ(heap.NextDue(), 5);
}

TEST(DueHeaps, HoldATimerOnceHoweverOftenItIsRead) {
  DueHeap heap;
  heap.Put(At(1, 10));
  heap.Put(At(1, 10));
  EXPECT_EQ(heap.size(), 1U);
}

TEST(DueHeaps, DistinguishTimersDueAtTheSameTime) {
  DueHeap heap;
  for (int64_t subject = 1; subject <= 3; ++subject) heap.Put(At(subject, 10));
  EXPECT_THAT(Subjects(heap.TakeDue(10)), ElementsAre(1, 2, 3));
}

TEST(DueHeaps, IdentifyATimerByItsWholeKey) {
  DueHeap heap;
  heap.Put({{1, "call", 1, 0}, 10, 1, ""});
  heap.Put({{2, "call", 1, 0}, 10, 1, ""});
  heap.Put({{1, "mail", 1, 0}, 10, 1, ""});
  heap.Put({{1, "call", 1, 60}, 10, 1, ""});
  EXPECT_EQ(heap.size(), 4U);
}

}  // namespace
}  // namespace voronka::timers
