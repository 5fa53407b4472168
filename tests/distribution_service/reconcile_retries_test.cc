#include "distribution_service/background/reconcile_retries.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <vector>

namespace voronka::distribution {
namespace {

using ::testing::ElementsAre;

// Of the first seconds, those in which something is due.
std::vector<int> DueAmong(int seconds, ReconcileRetries& retries) {
  std::vector<int> due;
  for (int second = 1; second <= seconds; ++second) {
    if (retries.IsDue()) due.push_back(second);
  }
  return due;
}

TEST(ReconcileRetries, AreNoneWhereNothingHasFailed) {
  ReconcileRetries retries;
  retries.Compared(7, false);
  retries.Listed(false);
  EXPECT_THAT(DueAmong(100, retries), ElementsAre());
}

TEST(ReconcileRetries, ComeLessAndLessOftenDownToOnceAMinute) {
  ReconcileRetries retries;
  retries.Listed(true);
  EXPECT_THAT(DueAmong(200, retries), ElementsAre(1, 3, 7, 15, 31, 63, 123, 183));
}

TEST(ReconcileRetries, AreOfWhatStillFails) {
  ReconcileRetries retries;
  for (const int64_t account_id : {7, 8}) retries.Compared(account_id, true);
  EXPECT_THAT(DueAmong(1, retries), ElementsAre(1));
  retries.Compared(7, false);
  EXPECT_THAT(retries.accounts(), ElementsAre(8));
}

TEST(ReconcileRetries, BeginSoonAgainAfterASuccess) {
  ReconcileRetries retries;
  retries.Compared(7, true);
  DueAmong(40, retries);
  retries.Compared(7, false);
  EXPECT_THAT(DueAmong(1, retries), ElementsAre());
  retries.Compared(7, true);
  EXPECT_THAT(DueAmong(1, retries), ElementsAre(1));
}

}  // namespace
}  // namespace voronka::distribution
