#include <gtest/gtest.h>

#include <chrono>

#include "foundation/storage/connection.h"
#include "tests/support/account.h"
#include "tests/support/eventually.h"
#include "tests/system/faults/kill_points.h"
#include "tests/system/measured.h"
#include "tests/system/phones.h"
#include "tests/system/size.h"
#include "voronka/notifier/v1/push_intent.pb.h"

namespace voronka::testing {
namespace {

using namespace std::chrono_literals;
using notifier::v1::PushIntent;

constexpr int kPhones = 5;
constexpr int kReminders = 10;
// What a dead process had claimed is claimed again after 30 s.
constexpr auto kClaimedAgainWithin = 90s;

int64_t PushesIn(const System& system, PushIntent::State state) {
  storage::Connection db(system.SchemaOf("notifier"));
  return db.Query("SELECT COUNT(*) FROM pushes WHERE state = ?", state).at(0).Int(0);
}

// Where a crash could lose a push, or make two notifications of one.
TEST(KillPoints, OfPushesLeaveEachShownOnce) {
  const VendorServers vendors;
  System system({.push = vendors.Firebase()});
  Account account(system, 1);
  Phones phones(account, vendors, kPhones);
  for (int round = 0; round < Size(5, 1); ++round) {
    for (const char* point : {"pushes_found", "push_claimed", "push_answered"}) {
      phones.Remind(kReminders);
      RestartToDieAt(system.notifier(), point, 1);
    }
  }
  EXPECT_TRUE(Eventually([&] { return phones.AllRang(); }, kClaimedAgainWithin));
  EXPECT_TRUE(Eventually([&] { return PushesIn(system, PushIntent::STATE_PENDING) == 0; }, kClaimedAgainWithin));
  EXPECT_EQ(PushesIn(system, PushIntent::STATE_ACCEPTED), phones.pushes());
  // Those that were answered and not noted.
  EXPECT_GT(phones.told(), phones.pushes());
  EXPECT_TRUE(phones.AllRang());
  Measured("{} pushes, sent {} times, each shown once", phones.pushes(), phones.told());
}

}  // namespace
}  // namespace voronka::testing
