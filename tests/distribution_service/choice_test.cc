#include "distribution_service/rotation/choice.h"

#include <gmock/gmock.h>

#include "tests/distribution_service/samples.h"

namespace voronka::distribution {
namespace {

using v1::Decision;

constexpr int64_t kUnknownClient = 0;

TEST(Choices, AskTheNextInTurn) {
  const Choice choice = Choose(SampleQueue(), {}, kUnknownClient);
  EXPECT_EQ(choice.kind, Decision::KIND_TURN);
  EXPECT_EQ(choice.user_id, 1);
  EXPECT_TRUE(choice.CostsTurn());
  EXPECT_FALSE(choice.IsForGood());
  EXPECT_EQ(choice.detail, "first in turn; 3 of 3 members left in this round");
}

TEST(Choices, SayAfterWhomAndHowManyAreLeft) {
  auto queue = SampleQueue();
  TakeTurn(*queue.mutable_turns(), 1);
  EXPECT_EQ(Choose(queue, {.answered = {1}}, kUnknownClient).detail,
            "next in turn after user 1; 2 of 3 members left in this round");
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
  EXPECT_EQ(Choose(queue, {}, 77).kind, Decision::KIND_WAITING);
}

}  // namespace
}  // namespace voronka::distribution
