#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>

#include "client/call_failed.h"
#include "client/methods.h"
#include "foundation/storage/connection.h"
#include "foundation/storage/patience.h"
#include "tests/system/measured.h"
#include "tests/system/size.h"
#include "tests/system/wild_crowd.h"
#include "voronka/crm/v1/deal.pb.h"

namespace voronka::testing {
namespace {

constexpr int kAccounts = 8;
// So few that calls wait for them and not for the processors.
constexpr int kWorkers = 2;
// In total: several times as many as are served in the time that a caller may wait in a standing queue, however fast
// the machine is.
constexpr int kInFlight = 640;

// Each rename takes at least 20 ms: two workers make at most 100 renames a second.
void SlowRenamesDown(const System& system) {
  storage::Connection db(system.SchemaOf("crm"));
  db.Execute("CREATE TRIGGER slow_renames BEFORE UPDATE ON deals FOR EACH ROW DO SLEEP(0.02)");
}

// The bench measures the slowdown of admitted calls, which depends on the machine too.
TEST(Overload, IsRefusedAndAdmittedCallsDoNotWaitLonger) {
  System system({.workers = kWorkers});
  WildCrowd crowd(system, kAccounts);
  SlowRenamesDown(system);
  const auto answers = crowd.Under(kInFlight, std::chrono::seconds(Size(15, 4)));
  const auto p99 = Percentile(answers.served, 0.99);
  const auto patience = Percentile(answers.refused, 0.5);
  Measured("{} served, p50 {}, p99 {}; {} refused, p50 {}", answers.served.size(),
           Readable(Percentile(answers.served, 0.5)), Readable(p99), answers.refused.size(), Readable(patience));

  EXPECT_THAT(answers.failures, ::testing::IsEmpty());
  ASSERT_FALSE(answers.refused.empty());
  const client::CallFailed refusal(client::MethodTaking(*crm::v1::MoveDealRequest::descriptor()), answers.refusal);
  EXPECT_EQ(refusal.reason(), "OVERLOADED");
  EXPECT_TRUE(refusal.retry_delay());
  EXPECT_LT(patience, 3 * storage::Patience::kInStandingQueue);
  EXPECT_LT(p99, 3 * patience);
}

}  // namespace
}  // namespace voronka::testing
