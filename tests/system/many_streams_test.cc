#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "client/request_id.h"
#include "client/service_identity.h"
#include "foundation/rpc/calls/partition.h"
#include "tests/support/connection.h"
#include "tests/support/eventually.h"
#include "tests/system/audience.h"
#include "tests/system/measured.h"
#include "tests/system/moments.h"
#include "tests/system/size.h"
#include "tests/system/watcher.h"
#include "voronka/crm/v1/account.pb.h"

namespace voronka::testing {
namespace {

using namespace std::chrono_literals;
using std::chrono::microseconds;
using std::chrono::steady_clock;

constexpr auto kStopsWithin = 30s;
constexpr auto kResumedWithin = 15s;
constexpr int kWatchersOfAConnection = 50;

// One of two replicas is stopped while it has many streams; the other takes them over.
class ManyStreams : public ::testing::Test {
 protected:
  static int Count() { return Size(5'000, 200); }

  // When it was asked to stop.
  static steady_clock::time_point ExpectStopsWell(Process& process) {
    const auto begin = steady_clock::now();
    EXPECT_EQ(process.Terminate(), 0) << process.LogTail();
    const auto took = steady_clock::now() - begin;
    EXPECT_LE(took, kStopsWithin);
    Measured("stopped with {} streams in {}", Count(), Readable(std::chrono::duration_cast<microseconds>(took)));
    return begin;
  }

  template <class Lives>
  static void ExpectResumed(const std::vector<Lives>& streams, steady_clock::time_point since) {
    std::vector<microseconds> away;
    for (const auto& lives : streams) {
      ASSERT_GE(lives.size(), 2);
      EXPECT_EQ(lives.front().code, grpc::StatusCode::UNAVAILABLE);
      ASSERT_TRUE(lives.back().answered);
      away.push_back(std::chrono::duration_cast<microseconds>(*lives.back().answered - since));
    }
    EXPECT_LE(std::ranges::max(away), kResumedWithin);
    Measured("{} streams resumed within {} (p50), {} (all) of the signal", streams.size(),
             Readable(Percentile(away, 0.5)), Readable(Percentile(away, 1)));
  }

  System system_{{.replicas = 2}};
};

TEST_F(ManyStreams, OfTheNotifierResumeElsewhereWithoutGapsOrDuplicates) {
  Account account(system_, Size(20, 10), 5min);
  SteadyNews news(account, 1);
  const Audience audience(account, Count());
  news.Start(20);
  std::this_thread::sleep_for(1s);
  const auto begin = ExpectStopsWell(system_.notifier(0));
  std::this_thread::sleep_until(begin + kResumedWithin);
  news.Stop();
  EXPECT_TRUE(Eventually([&] { return audience.HasAll(news); }));
  EXPECT_EQ(audience.Irregularities(news), "");
  ExpectResumed(audience.LivesOfReaders(), begin);
}

// Many watchers of an account's events, and changes of the account at an even rate for them to see.
class Watched {
 public:
  Watched(System& system, int count) : account_(system, 1, 5min) {
    client::ServiceIdentity notifier("notifier", system.keys().SigningKeyOf("notifier"), 0, system.clock());
    std::vector<std::shared_ptr<grpc::Channel>> channels;
    for (int number = 0; number < count; ++number) {
      if (number % kWatchersOfAConnection == 0) {
        channels = {OwnConnection(system.crm(0).address()), OwnConnection(system.crm(1).address())};
      }
      watchers_.push_back(std::make_unique<Watcher>(channels, notifier.Credentials(), rpc::PartitionOf(account_.id())));
    }
  }

  void ChangeFor(std::chrono::seconds time) {
    const auto admin = account_.LogIn("admin", 1);
    for (const auto end = steady_clock::now() + time; steady_clock::now() < end; std::this_thread::sleep_for(200ms)) {
      crm::v1::UpdateAccountRequest request;
      request.mutable_account()->set_name(client::NewRequestId());
      admin->Call<crm::v1::Account>(request, {.timeout = 60s, .repeat = true});
    }
  }

  // All have reached the same event.
  bool AreEven() const {
    const auto first = watchers_.front()->offset();
    return first > 0 && std::ranges::all_of(watchers_, [&](const auto& watcher) { return watcher->offset() == first; });
  }

  std::string Irregularities() const {
    std::string found;
    for (const auto& watcher : watchers_) found += watcher->Irregularities();
    return found;
  }

  std::vector<std::vector<Watcher::Stream::Life>> Lives() const {
    std::vector<std::vector<Watcher::Stream::Life>> lives;
    std::ranges::transform(watchers_, std::back_inserter(lives), [](const auto& watcher) { return watcher->lives(); });
    return lives;
  }

 private:
  Account account_;
  std::vector<std::unique_ptr<Watcher>> watchers_;
};

TEST_F(ManyStreams, OfTheCrmResumeElsewhereWithoutGapsOrDuplicates) {
  Watched watched(system_, Count());
  ASSERT_TRUE(Eventually([&] { return watched.AreEven(); }));
  std::jthread changes([&] { watched.ChangeFor(10s); });
  std::this_thread::sleep_for(1s);
  const auto begin = ExpectStopsWell(system_.crm(0));
  changes.join();
  EXPECT_TRUE(Eventually([&] { return watched.AreEven(); }));
  EXPECT_EQ(watched.Irregularities(), "");
  ExpectResumed(watched.Lives(), begin);
}

}  // namespace
}  // namespace voronka::testing
