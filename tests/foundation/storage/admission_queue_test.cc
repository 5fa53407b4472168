#include "foundation/storage/admission_queue.h"

#include <gmock/gmock.h>

#include <string>
#include <vector>

namespace voronka::storage {
namespace {

using ::testing::ElementsAre;
using Queue = AdmissionQueue<std::string>;

std::vector<std::string> PopAll(Queue& queue) {
  std::vector<std::string> jobs;
  while (auto admitted = queue.Pop()) jobs.push_back(admitted->job);
  return jobs;
}

TEST(AdmissionQueues, KeepTheOrderWithinAKey) {
  Queue queue(10, 8);
  for (const char* job : {"a", "b", "c"}) EXPECT_TRUE(queue.Push(1, job));
  EXPECT_THAT(PopAll(queue), ElementsAre("a", "b", "c"));
}

TEST(AdmissionQueues, ServeKeysInTurn) {
  Queue queue(10, 8);
  for (const char* job : {"a1", "a2", "a3"}) queue.PushAlways(1, job);
  for (const char* job : {"b1", "b2"}) queue.PushAlways(2, job);
  queue.PushAlways(0, "c1");
  EXPECT_THAT(PopAll(queue), ElementsAre("a1", "b1", "c1", "a2", "b2", "a3"));
}

TEST(AdmissionQueues, HoldBackAKeyAtItsLimit) {
  Queue queue(10, 2);
  for (const char* job : {"a", "b", "c", "d"}) queue.PushAlways(1, job);
  EXPECT_THAT(PopAll(queue), ElementsAre("a", "b"));
  queue.Done(1);
  EXPECT_THAT(PopAll(queue), ElementsAre("c"));
  EXPECT_EQ(queue.waiting(), 1U);
}

TEST(AdmissionQueues, LetOthersPassAKeyAtItsLimit) {
  Queue queue(10, 1);
  for (const char* job : {"a1", "a2"}) queue.PushAlways(1, job);
  queue.PushAlways(2, "b1");
  EXPECT_THAT(PopAll(queue), ElementsAre("a1", "b1"));
}

TEST(AdmissionQueues, DoNotLimitKeyZero) {
  Queue queue(10, 1);
  for (const char* job : {"a", "b", "c"}) queue.PushAlways(0, job);
  EXPECT_THAT(PopAll(queue), ElementsAre("a", "b", "c"));
}

TEST(AdmissionQueues, RefuseWhenTooManyWait) {
  Queue queue(2, 8);
  EXPECT_TRUE(queue.Push(1, "a"));
  EXPECT_TRUE(queue.Push(2, "b"));
  EXPECT_FALSE(queue.Push(3, "c"));
  queue.Pop();
  EXPECT_TRUE(queue.Push(3, "c"));
}

TEST(AdmissionQueues, NeverRefuseWhatMustRun) {
  Queue queue(0, 8);
  queue.PushAlways(1, "a");
  EXPECT_THAT(PopAll(queue), ElementsAre("a"));
}

TEST(AdmissionQueues, CountWhatIsInFlight) {
  Queue queue(10, 8);
  queue.PushAlways(1, "a");
  queue.Pop();
  EXPECT_EQ(queue.in_flight(), 1U);
  queue.Done(1);
  EXPECT_EQ(queue.in_flight(), 0U);
}

}  // namespace
}  // namespace voronka::storage
