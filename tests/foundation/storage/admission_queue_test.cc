#include "foundation/storage/admission_queue.h"

#include <gmock/gmock.h>

#include <string>
#include <vector>

namespace voronka::storage {
namespace {

using namespace std::chrono_literals;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using Queue = AdmissionQueue<std::string>;

constexpr Patience::Time kNow{1h};
constexpr Line kAnna{.gate = 1, .owner = 1, .gate_width = 8};
constexpr Line kBoris{.gate = 1, .owner = 2, .gate_width = 8};
constexpr Line kVera{.gate = 2, .owner = 3, .gate_width = 8};

bool Push(Queue& queue, const Line& line, std::string job, Patience::Time now = kNow) {
  return queue.Push(line, job, now);
}

void PushAll(Queue& queue, const Line& line, const std::vector<std::string>& jobs, Patience::Time now = kNow) {
  for (const auto& job : jobs) queue.PushAlways(line, job, now);
}

// Jobs in flight.
std::vector<std::string> PopAll(Queue& queue, Patience::Time now = kNow) {
  std::vector<std::string> jobs;
  while (auto popped = queue.Pop(now)) {
    if (!popped->late) jobs.push_back(popped->job);
  }
  return jobs;
}

TEST(AdmissionQueues, KeepTheOrderWithinALine) {
  Queue queue(10, 8);
  for (const char* job : {"a", "b", "c"}) EXPECT_TRUE(Push(queue, kAnna, job));
  EXPECT_THAT(PopAll(queue), ElementsAre("a", "b", "c"));
}

TEST(AdmissionQueues, ServeLinesInTurn) {
  Queue queue(10, 8);
  PushAll(queue, kAnna, {"a1", "a2", "a3"});
  PushAll(queue, kBoris, {"b1", "b2"});
  PushAll(queue, kVera, {"v1"});
  EXPECT_THAT(PopAll(queue), ElementsAre("a1", "b1", "v1", "a2", "b2", "a3"));
}

TEST(AdmissionQueues, HoldJobsOfAGateAtItsLimit) {
  Queue queue(10, 2);
  PushAll(queue, kAnna, {"a", "b", "c", "d"});
  EXPECT_THAT(PopAll(queue), ElementsAre("a", "b"));
  queue.Done(kAnna);
  EXPECT_THAT(PopAll(queue), ElementsAre("c"));
  EXPECT_EQ(queue.waiting(), 1U);
}

TEST(AdmissionQueues, LetOtherJobsPassAGateAtItsLimit) {
  Queue queue(10, 1);
  PushAll(queue, kAnna, {"a1", "a2"});
  PushAll(queue, kVera, {"v1"});
  EXPECT_THAT(PopAll(queue), ElementsAre("a1", "v1"));
}

TEST(AdmissionQueues, ServeTheLinesOfAGateInTurn) {
  Queue queue(10, 1);
  PushAll(queue, kAnna, {"a1", "a2", "a3"});
  EXPECT_THAT(PopAll(queue), ElementsAre("a1"));
  PushAll(queue, kBoris, {"b1"});
  queue.Done(kAnna);
  EXPECT_THAT(PopAll(queue), ElementsAre("a2"));
  queue.Done(kAnna);
  EXPECT_THAT(PopAll(queue), ElementsAre("b1"));
  queue.Done(kBoris);
  EXPECT_THAT(PopAll(queue), ElementsAre("a3"));
}

TEST(AdmissionQueues, FillAGateFromAllItsLines) {
  Queue queue(10, 2);
  PushAll(queue, kAnna, {"a1", "a2"});
  EXPECT_THAT(PopAll(queue), ElementsAre("a1", "a2"));
  PushAll(queue, kAnna, {"a3"});
  PushAll(queue, kBoris, {"b1"});
  queue.Done(kAnna);
  queue.Done(kAnna);
  EXPECT_THAT(PopAll(queue), ElementsAre("a3", "b1"));
}

TEST(AdmissionQueues, AdmitAsManyAsAGateAllows) {
  constexpr Line kNarrow{.gate = 3, .owner = 1, .gate_width = 1};
  Queue queue(10, 8);
  PushAll(queue, kNarrow, {"a", "b"});
  EXPECT_THAT(PopAll(queue), ElementsAre("a"));
}

TEST(AdmissionQueues, DoNotLimitJobsWithoutAGate) {
  Queue queue(10, 1);
  PushAll(queue, Line{}, {"a", "b", "c"});
  EXPECT_THAT(PopAll(queue), ElementsAre("a", "b", "c"));
}

TEST(AdmissionQueues, RefuseNewJobsWhenTooManyWait) {
  Queue queue(2, 8);
  EXPECT_TRUE(Push(queue, kAnna, "a"));
  EXPECT_TRUE(Push(queue, kBoris, "b"));
  EXPECT_FALSE(Push(queue, kVera, "v"));
  queue.Pop(kNow);
  EXPECT_TRUE(Push(queue, kVera, "v"));
}

TEST(AdmissionQueues, KeepRoomForOthersWhenALineIsLong) {
  Queue queue(10, 8);
  for (int job = 0; job < 5; ++job) EXPECT_TRUE(Push(queue, kAnna, "a"));
  EXPECT_FALSE(Push(queue, kAnna, "a"));
  EXPECT_TRUE(Push(queue, kBoris, "b"));
}

TEST(AdmissionQueues, ReturnARefusedJobToItsOwner) {
  Queue queue(0, 8);
  std::string job = "a";
  EXPECT_FALSE(queue.Push(kAnna, job, kNow));
  EXPECT_EQ(job, "a");
}

TEST(AdmissionQueues, NeverRefuseAJobThatMustRun) {
  Queue queue(0, 8);
  PushAll(queue, kAnna, {"a"});
  EXPECT_THAT(PopAll(queue), ElementsAre("a"));
}

TEST(AdmissionQueues, ReportJobsThatHaveWaitedTooLong) {
  Queue queue(10, 8);
  EXPECT_TRUE(Push(queue, kAnna, "a"));
  const auto popped = queue.Pop(kNow + 1min);
  EXPECT_TRUE(popped->late);
  EXPECT_EQ(popped->job, "a");
  EXPECT_EQ(queue.in_flight(), 0U);
  EXPECT_EQ(queue.waiting(), 0U);
}

TEST(AdmissionQueues, NeverExpireAJobThatMustRun) {
  Queue queue(10, 8);
  PushAll(queue, kAnna, {"a"});
  EXPECT_THAT(PopAll(queue, kNow + 1min), ElementsAre("a"));
}

TEST(AdmissionQueues, GiveTheTurnOfAnExpiredJobToTheNextAtItsGate) {
  Queue queue(10, 1);
  PushAll(queue, kVera, {"v"});
  PushAll(queue, kAnna, {"a1"});
  EXPECT_THAT(PopAll(queue), ElementsAre("v", "a1"));
  EXPECT_TRUE(Push(queue, kBoris, "b1"));
  PushAll(queue, kAnna, {"a2"});
  queue.Done(kAnna);
  EXPECT_THAT(PopAll(queue, kNow + 1min), ElementsAre("a2"));
}

TEST(AdmissionQueues, ShortenAStandingQueue) {
  Queue queue(10, 1);
  PushAll(queue, kAnna, {"running", "standing"});
  queue.Pop(kNow);
  const auto later = kNow + 1min;
  EXPECT_TRUE(Push(queue, kAnna, "late", later));
  queue.Done(kAnna);
  EXPECT_THAT(PopAll(queue, later), ElementsAre("standing"));
  queue.Done(kAnna);
  EXPECT_THAT(PopAll(queue, later + 2 * Patience::kInStandingQueue), IsEmpty());
}

TEST(AdmissionQueues, CountJobsInFlight) {
  Queue queue(10, 8);
  PushAll(queue, kAnna, {"a"});
  queue.Pop(kNow);
  EXPECT_EQ(queue.in_flight(), 1U);
  queue.Done(kAnna);
  EXPECT_EQ(queue.in_flight(), 0U);
}

}  // namespace
}  // namespace voronka::storage
