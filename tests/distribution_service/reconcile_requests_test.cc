#include "distribution_service/background/reconcile_requests.h"

#include <gmock/gmock.h>

namespace voronka::distribution {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<int64_t> AllOf(ReconcileRequests& requests) {
  std::vector<int64_t> accounts;
  while (const auto next = requests.Next()) accounts.push_back(*next);
  return accounts;
}

TEST(ReconcileRequests, KeepAnAccountOnce) {
  ReconcileRequests requests;
  for (int i = 0; i < 3; ++i) requests.Ask(7), requests.Ask(8);
  EXPECT_THAT(AllOf(requests), ElementsAre(7, 8));
  EXPECT_TRUE(requests.empty());
}

TEST(ReconcileRequests, AnswerWhoAsksBeforeTheRound) {
  ReconcileRequests requests;
  requests.AddRound({1, 2, 3});
  requests.Ask(3);
  EXPECT_THAT(AllOf(requests), ElementsAre(3, 1, 2));
}

TEST(ReconcileRequests, CompareAgainWhatIsAskedForMeanwhile) {
  ReconcileRequests requests;
  requests.Ask(7);
  requests.Next();
  requests.Ask(7);
  EXPECT_THAT(AllOf(requests), ElementsAre(7));
}

TEST(ReconcileRequests, BeginNoRoundBeforeTheLastOneIsDone) {
  ReconcileRequests requests;
  requests.AskRound();
  EXPECT_TRUE(requests.MustListRound());
  requests.AddRound({1, 2});
  requests.AskRound();
  EXPECT_FALSE(requests.MustListRound());
  EXPECT_THAT(AllOf(requests), ElementsAre(1, 2));
  requests.AskRound();
  EXPECT_TRUE(requests.MustListRound());
}

TEST(ReconcileRequests, AreEmptyAtFirst) {
  ReconcileRequests requests;
  EXPECT_TRUE(requests.empty());
  EXPECT_FALSE(requests.MustListRound());
  EXPECT_THAT(AllOf(requests), IsEmpty());
  requests.AskRound();
  EXPECT_FALSE(requests.empty());
}

}  // namespace
}  // namespace voronka::distribution
