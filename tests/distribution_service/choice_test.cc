#include "distribution_service/rotation/choice.h"

#include <gmock/gmock.h>

#include "tests/distribution_service/samples.h"

namespace voronka::distribution {
namespace {

using v1::Decision;
using v1::Grounds;

constexpr int64_t kUnknownClient = 0;

TEST(Choices, AskTheNextInTurn) {
  const Choice choice = Choose(SampleQueue(), {}, kUnknownClient);
  EXPECT_EQ(choice.kind, Decision::KIND_TURN);
  EXPECT_EQ(choice.user_id, 1);
  EXPECT_TRUE(choice.CostsTurn());
  EXPECT_FALSE(choice.IsForGood());
  EXPECT_EQ(choice.grounds.why(), Grounds::WHY_FIRST_IN_TURN);
  EXPECT_EQ(choice.grounds.members_left(), 3);
  EXPECT_EQ(choice.grounds.members(), 3);
}

TEST(Choices, SayAfterWhomAndHowManyAreLeft) {
  auto queue = SampleQueue();
  TakeTurn(*queue.mutable_turns(), 1);
  const auto grounds = Choose(queue, {.answered = {1}}, kUnknownClient).grounds;
  EXPECT_EQ(grounds.why(), Grounds::WHY_NEXT_IN_TURN);
  EXPECT_EQ(grounds.user_id(), 1);
  EXPECT_EQ(grounds.members_left(), 2);
  EXPECT_EQ(grounds.members(), 3);
}

TEST(Choices, AskAKnownClientsManagerFirst) {
  for (const int64_t manager : {2, 77}) {
    const Choice choice = Choose(SampleQueue(), {}, manager);
    EXPECT_EQ(choice.kind, Decision::KIND_CLIENT_MANAGER);
    EXPECT_EQ(choice.user_id, manager) << "a member or not";
    EXPECT_FALSE(choice.CostsTurn());
    EXPECT_FALSE(choice.IsForGood());
  }
}

TEST(Choices, AskTheMembersAfterAKnownClientsManager) {
  const Choice choice = Choose(SampleQueue(), {.answered = {1}}, 1);
  EXPECT_EQ(choice.kind, Decision::KIND_TURN);
  EXPECT_EQ(choice.user_id, 2);
}

TEST(Choices, DoNotAskADisabledManagerOfAClient) {
  EXPECT_EQ(Choose(SampleQueue(), {.disabled = {77}}, 77).user_id, 1);
}

TEST(Choices, NeverAskTheSameUserTwiceInARound) {
  const Choice choice = Choose(SampleQueue(), {.answered = {1}, .disabled = {2}}, kUnknownClient);
  EXPECT_EQ(choice.user_id, 3);
}

TEST(Choices, EscalateWithoutADeadlineWhenNoMemberIsLeft) {
  const Choice choice = Choose(SampleQueue(), {.answered = {1, 2}, .disabled = {3}}, kUnknownClient);
  EXPECT_EQ(choice.kind, Decision::KIND_ESCALATED);
  EXPECT_EQ(choice.user_id, 8);
  EXPECT_TRUE(choice.IsForGood());
  EXPECT_FALSE(choice.CostsTurn());
  EXPECT_EQ(choice.grounds.why(), Grounds::WHY_NO_MEMBER_LEFT);
  EXPECT_EQ(choice.grounds.answered(), 2);
  EXPECT_EQ(choice.grounds.disabled(), 1);
}

TEST(Choices, EscalateToTheNextUserIfTheFirstIsDisabled) {
  EXPECT_EQ(Choose(SampleQueue(), {.answered = {1, 2, 3}, .disabled = {8}}, kUnknownClient).user_id, 9);
}

TEST(Choices, EscalateEvenToAMemberWhoMissedTheOffer) {
  auto queue = SampleQueue({1, 8});
  EXPECT_EQ(Choose(queue, {.answered = {1, 8}}, kUnknownClient).user_id, 8);
}

TEST(Choices, LetTheDealWaitIfNobodyCanBeAsked) {
  const Choice choice = Choose(SampleQueue(), {.answered = {1, 2, 3}, .disabled = {8, 9}}, kUnknownClient);
  EXPECT_EQ(choice.kind, Decision::KIND_WAITING);
  EXPECT_EQ(choice.user_id, 0);
}

TEST(Choices, LetTheDealWaitWhileTheQueueIsPaused) {
  auto queue = SampleQueue();
  queue.set_paused(true);
  const Choice choice = Choose(queue, {}, 77);
  EXPECT_EQ(choice.kind, Decision::KIND_WAITING);
  EXPECT_EQ(choice.grounds.why(), Grounds::WHY_QUEUE_PAUSED);
}

}  // namespace
}  // namespace voronka::distribution
