#include "distribution_service/rotation/turns.h"

#include <gmock/gmock.h>

#include <random>

namespace voronka::distribution {
namespace {

using ::testing::ElementsAre;

v1::Turns Among(const std::vector<int64_t>& user_ids) { return WithMembers({}, user_ids); }

// Serves this many deals; nobody is skipped.
std::vector<int64_t> Serve(v1::Turns& turns, int deals) {
  std::vector<int64_t> served;
  for (int i = 0; i < deals; ++i) {
    served.push_back(NextInTurn(turns, {}).value());
    TakeTurn(turns, served.back());
  }
  return served;
}

std::vector<int64_t> Taken(const v1::Turns& turns) {
  std::vector<int64_t> taken;
  for (const auto& member : turns.members()) taken.push_back(member.taken());
  return taken;
}

TEST(Turns, RotateInTheOrderOfTheMembers) {
  auto turns = Among({3, 1, 2});
  EXPECT_THAT(Serve(turns, 7), ElementsAre(3, 1, 2, 3, 1, 2, 3));
}

TEST(Turns, BelongToNobodyInAnEmptyQueue) { EXPECT_EQ(NextInTurn({}, {}), std::nullopt); }

TEST(Turns, BelongToNobodyIfAllAreSkipped) { EXPECT_EQ(NextInTurn(Among({1, 2}), {1, 2}), std::nullopt); }

TEST(Turns, WaitForWhoeverWasSkipped) {
  auto turns = Among({1, 2, 3});
  EXPECT_EQ(NextInTurn(turns, {1}), 2);
  TakeTurn(turns, 2);
  EXPECT_THAT(Serve(turns, 5), ElementsAre(3, 1, 2, 3, 1));
}

TEST(Turns, AreUsedAgainWhenReturned) {
  auto turns = Among({1, 2, 3});
  Serve(turns, 3);
  GiveTurnBack(turns, 2);
  EXPECT_THAT(Serve(turns, 4), ElementsAre(2, 3, 1, 2));
}

TEST(Turns, ReturnedToSomebodyWhoHasLeftAreForgotten) {
  auto turns = Among({1, 2});
  GiveTurnBack(turns, 9);
  EXPECT_THAT(Taken(turns), ElementsAre(0, 0));
}

TEST(Turns, OfANewMemberStartAtTheFewestOfTheOthers) {
  auto turns = Among({1, 2, 3});
  Serve(turns, 7);
  turns = WithMembers(turns, {1, 2, 3, 4});
  EXPECT_THAT(Taken(turns), ElementsAre(3, 2, 2, 2));
  EXPECT_THAT(Serve(turns, 4), ElementsAre(2, 3, 4, 1)) << "no flood for the newcomer";
}

TEST(Turns, ContinueAfterTheLastMemberServedWhenTheMembersChange) {
  auto turns = Among({1, 2, 3});
  Serve(turns, 2);
  turns = WithMembers(turns, {3, 2, 1});
  EXPECT_EQ(turns.last_user_id(), 2);
  EXPECT_EQ(NextInTurn(turns, {}), 3) << "who has had the fewest";
}

TEST(Turns, ContinueAfterThePredecessorOfAMemberWhoLeft) {
  auto turns = Among({1, 2, 3, 4});
  Serve(turns, 7);
  turns = WithMembers(turns, {1, 2, 4});
  EXPECT_EQ(turns.last_user_id(), 2);
  EXPECT_THAT(Serve(turns, 4), ElementsAre(4, 1, 2, 4));
}

TEST(Turns, StartOverIfNobodyStays) {
  auto turns = Among({1, 2});
  Serve(turns, 1);
  turns = WithMembers(turns, {7, 8});
  EXPECT_EQ(turns.last_user_id(), 0);
  EXPECT_THAT(Serve(turns, 3), ElementsAre(7, 8, 7));
}

TEST(Turns, StayEvenDespiteSkipsAndReturns) {
  std::mt19937 random(20260301);
  auto turns = Among({1, 2, 3, 4, 5});
  for (int deal = 0; deal < 5'000; ++deal) {
    const Users passed_over = random() % 3 == 0 ? Users{static_cast<int64_t>(1 + random() % 5)} : Users{};
    const int64_t user_id = NextInTurn(turns, passed_over).value();
    TakeTurn(turns, user_id);
    if (random() % 7 == 0) GiveTurnBack(turns, user_id);
    const auto taken = Taken(turns);
    const auto [fewest, most] = std::minmax_element(taken.begin(), taken.end());
    ASSERT_LE(*most - *fewest, 2) << "after deal " << deal;
  }
}

}  // namespace
}  // namespace voronka::distribution
