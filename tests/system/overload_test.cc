#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <thread>

#include "client/call_failed.h"
#include "client/methods.h"
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
// In all: more than are served in the time that somebody may wait in a standing queue.
constexpr int kSaturating = 160;
constexpr int kTimesAsMuch = 4;

double Ratio(std::chrono::microseconds a, std::chrono::microseconds b) {
  return static_cast<double>(a.count()) / static_cast<double>(b.count());
}

class Overload : public ::testing::Test {
 protected:
  Overload() {
    for (int i = 0; i < kAccounts; ++i) {
      accounts_.push_back(std::make_unique<Account>(system_, 0, 5min, Queue::kWithoutQueue));
      callers_.push_back(std::make_unique<WildHead>(*accounts_.back(), 40));
    }
  }

  // What so many calls in flight are answered, once the queue stands.
  Flood::Answers Under(int in_flight) {
    Calling(in_flight, 2s);
    return Calling(in_flight, std::chrono::seconds(Size(15, 4)));
  }

  static void Print(const char* load, const Flood::Answers& answers, std::chrono::seconds time) {
    Measured("{}: {} calls/s served, p50 {}, p99 {}; {} refused, p50 {}, p99 {}", load,
             answers.served.size() / time.count(), Readable(Percentile(answers.served, 0.5)),
             Readable(Percentile(answers.served, 0.99)), answers.refused.size(),
             Readable(Percentile(answers.refused, 0.5)), Readable(Percentile(answers.refused, 0.99)));
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

TEST_F(Overload, IsRefusedSoonWhileWhatIsAdmittedIsServedInTime) {
  const std::chrono::seconds time(Size(15, 4));
  const auto saturated = Under(kSaturating);
  const auto overloaded = Under(kTimesAsMuch * kSaturating);
  Print("saturated", saturated, time);
  Print("4 times as much", overloaded, time);

  EXPECT_THAT(saturated.failures, ::testing::IsEmpty());
  EXPECT_THAT(overloaded.failures, ::testing::IsEmpty());
  ASSERT_FALSE(overloaded.refused.empty());
  const client::CallFailed refusal(client::MethodTaking(*crm::v1::MoveDealRequest::descriptor()), overloaded.refusal);
  EXPECT_EQ(refusal.reason(), "OVERLOADED");
  EXPECT_TRUE(refusal.retry_delay());

  EXPECT_LE(Ratio(Percentile(overloaded.served, 0.99), Percentile(saturated.served, 0.99)), IsFullSize() ? 1.5 : 3);
  EXPECT_LE(Percentile(overloaded.refused, 0.99), IsFullSize() ? 100ms : 2s);
}

}  // namespace
}  // namespace voronka::testing
