#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <map>
#include <thread>

#include "tests/support/account.h"
#include "tests/support/eventually.h"
#include "tests/system/live_inbox.h"
#include "tests/system/measured.h"
#include "tests/system/reading.h"
#include "tests/system/requests.h"
#include "voronka/crm/v1/event.pb.h"

namespace voronka::testing {
namespace {

using namespace std::chrono_literals;
using grpc::StatusCode;
using notifier::v1::Notification;

constexpr auto kStopsWithin = 30s;

// One replica of a service is stopped, as in a deployment, while clients are at work; the other continues.
class Stop : public ::testing::Test {
 protected:
  static void SetUpTestSuite() { system = std::make_unique<System>(System::Options{.replicas = 2}); }
  static void TearDownTestSuite() { system.reset(); }

  // Restarts it, whatever the result of the test.
  static void ExpectStopsWell(Process& process) {
    const Moment begin = Now();
    EXPECT_EQ(process.Terminate(), 0) << process.LogTail();
    const auto took = Now() - begin;
    EXPECT_LE(took, kStopsWithin);
    Measured("stopped in {}", Readable(took));
    process.Start();
    process.WaitServing();
  }

  static inline std::unique_ptr<System> system;
};

// A client of the public form, at whichever replica answers.
class Intake {
 public:
  explicit Intake(Account& account)
      : replicas_{account.system().Service("intake", account.id(), 0),
                  account.system().Service("intake", account.id(), 1)},
        thread_([this](const std::stop_token& stop) { Submit(stop); }) {}

  int answered() const { return static_cast<int>(deals_); }
  // Ends the load; returns the codes of the calls that failed.
  std::vector<StatusCode> End() {
    thread_.request_stop();
    thread_.join();
    return failures_;
  }

 private:
  void Submit(const std::stop_token& stop) {
    for (int call = 0; !stop.stop_requested(); ++call) {
      auto request = InquiryOf(call);
      request.set_request_id(fmt::format("inquiry-{}", call));
      while (!SubmitAt(*replicas_[turn_++ % 2], request)) {
      }
    }
  }

  bool SubmitAt(client::Client& replica, const crm::v1::SubmitInquiryRequest& request) try {
    replica.Call<crm::v1::Inquiry>(request);
    ++deals_;
    return true;
  } catch (const client::CallFailed& failure) {
    failures_.push_back(failure.code());
    return false;
  }

  const std::unique_ptr<client::Client> replicas_[2];
  std::atomic<int> deals_ = 0;
  size_t turn_ = 0;
  std::vector<StatusCode> failures_;
  // The last member, because it uses the others.
  std::jthread thread_;
};

// How many times the offer of each deal has arrived.
std::map<int64_t, int> DealsOffered(const LiveInbox& inbox) {
  std::map<int64_t, int> times;
  for (const auto& arrival : inbox.Arrived({.kind = Notification::KIND_OFFER})) ++times[arrival.notification.deal_id()];
  return times;
}

// How a stream ends once everything that has arrived is read.
StatusCode EndOf(client::Stream<crm::v1::WatchResponse>& stream) try {
  while (stream.NextWithin(1s)) {
  }
  return StatusCode::OK;
} catch (const client::CallFailed& failure) {
  return failure.code();
}

TEST_F(Stop, OfTheNotifierHandsItsStreamsOverWithoutGaps) {
  Account account(*system, 1, 5min);
  const auto elsewhere = account.LogIn("manager-0", 1);
  const LiveInbox inbox({&account.manager(0), elsewhere.get()});
  Intake intake(account);
  ASSERT_TRUE(Eventually([&] { return inbox.Arrived().size() > 20; }));
  ExpectStopsWell(system->notifier(0));
  const auto failures = intake.End();
  EXPECT_THAT(failures, ::testing::IsEmpty());

  const size_t offers = intake.answered();
  EXPECT_TRUE(Eventually([&] { return DealsOffered(inbox).size() >= offers; }));
  EXPECT_THAT(DealsOffered(inbox), ::testing::SizeIs(offers));
  EXPECT_THAT(DealsOffered(inbox), ::testing::Each(::testing::Pair(::testing::_, 1)));
  ASSERT_EQ(inbox.ends().size(), 1);
  EXPECT_EQ(inbox.ends()[0].code, StatusCode::UNAVAILABLE);
  Measured("{} offers, each once on the stream", offers);
}

TEST_F(Stop, OfTheCrmInterruptsNoCallAndItsWatchersContinue) {
  Account account(*system, 1, 5min);
  auto watch = system->Service("notifier", 0)->Open<crm::v1::WatchResponse>(crm::v1::WatchRequest());
  Intake intake(account);
  ASSERT_TRUE(Eventually([&] { return intake.answered() > 20; }));
  ExpectStopsWell(system->crm(0));
  EXPECT_THAT(intake.End(), ::testing::Each(StatusCode::UNAVAILABLE));
  EXPECT_EQ(DealsOn(account.head(), kFirstStage).size(), static_cast<size_t>(intake.answered()));
  EXPECT_TRUE(Eventually([&] { return DealsOn(account.head(), kFirstStage, 0).empty(); }));
  EXPECT_EQ(EndOf(watch), StatusCode::UNAVAILABLE);
}

TEST_F(Stop, OfDistributionLeavesItsOffersToTheOtherReplica) {
  Account account(*system, 2, 2s);
  const auto deal_id = account.intake().Call<crm::v1::Inquiry>(InquiryOf(1)).deal_id();
  ASSERT_TRUE(Eventually([&] { return DealOf(account.head(), deal_id).has_offer_deadline(); }));
  EXPECT_EQ(system->distribution(0).Terminate(), 0);
  EXPECT_TRUE(Eventually([&] { return DealOf(account.head(), deal_id).responsible_user_id() == account.head_id(); }));
  system->distribution(0).Start();
  system->distribution(0).WaitServing();
  EXPECT_EQ(TimelineOf(account.head(), deal_id, crm::v1::TimelineEntry::KIND_OFFER_RECLAIMED).size(), 2);
}

}  // namespace
}  // namespace voronka::testing
