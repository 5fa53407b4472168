#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <thread>

#include "client/call_failed.h"
#include "client/methods.h"
#include "foundation/storage/patience.h"
#include "tests/support/account.h"
#include "tests/system/measured.h"
#include "tests/system/size.h"
#include "tests/system/wild_head.h"
#include "voronka/crm/v1/deal.pb.h"

namespace voronka::testing {
namespace {

using namespace std::chrono_literals;

constexpr int kAccounts = 8;
// So few that they, not the processors, are what calls wait for.
constexpr int kWorkers = 2;
// In all: several times as many as are served in the time that somebody may wait in a standing queue.
constexpr int kInFlight = 640;

class Overload : public ::testing::Test {
 protected:
  Overload() {
    for (int i = 0; i < kAccounts; ++i) {
      accounts_.push_back(std::make_unique<Account>(system_, 0, 5min, Queue::kWithoutQueue));
      callers_.push_back(std::make_unique<WildHead>(*accounts_.back(), 40));
    }
  }

  // What so many calls in flight are answered, once they are a standing queue.
  Flood::Answers Under(int in_flight) {
    Calling(in_flight, 2s);
    return Calling(in_flight, std::chrono::seconds(Size(15, 4)));
  }

 private:
  Flood::Answers Calling(int in_flight, std::chrono::seconds time) {
    std::vector<std::unique_ptr<Flood>> floods;
    for (const auto& caller : callers_) floods.push_back(caller->CallsInFlight(in_flight / kAccounts));
    std::this_thread::sleep_for(time);
    Flood::Answers answers;
    for (const auto& flood : floods) answers.Add(flood->End());
    return answers;
  }

  System system_{{.workers = kWorkers}};
  std::vector<std::unique_ptr<Account>> accounts_;
  std::vector<std::unique_ptr<WildHead>> callers_;
};

// How much longer than without overload it takes what is admitted, which the machine decides too, the bench tells.
TEST_F(Overload, IsRefusedWhileWhatIsAdmittedWaitsNoLongerThanThat) {
  const auto answers = Under(kInFlight);
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
