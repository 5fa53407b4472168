#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/support/eventually.h"
#include "tests/support/memory.h"
#include "tests/system/audience.h"
#include "tests/system/measured.h"
#include "tests/system/phones.h"
#include "tests/system/size.h"

namespace voronka::testing {
namespace {

using namespace std::chrono_literals;
using std::chrono::microseconds;

// While the devices that do not read are still connected.
constexpr auto kMeasured = 9s;
// More than the 64 KB that the library buffers for a slow reader.
constexpr int kNewsAtOnce = 150;
// 10 s without progress, noticed within seconds.
constexpr auto kCutWithin = 13s;
// The size of a page of notifications, with the library's buffers.
constexpr int64_t kBytesOfAStopped = 256 << 10;
// Memory that the allocator keeps after the others have used it.
constexpr int64_t kBytesOfTheProcess = 16 << 20;
// A push that was not answered is repeated after at most a lease of 30 s.
constexpr auto kRepeatedWithin = 60s;

// Of the head of sales.
constexpr int kPhones = 20;
constexpr int kReminders = 10;

// Alternates calm rounds with others, in which one device in ten never reads, and a push service is down.
class SlowReaders : public ::testing::Test {
 protected:
  struct Round {
    microseconds p50{0};
    microseconds p99{0};
    size_t news = 0;
    std::string irregularities;
    int64_t resident_bytes = 0;
    int cut = 0;
  };

  static void SetUpTestSuite() {
    const VendorServers vendors;
    System system({.push = vendors.Firebase()});
    Account account(system, Size(20, 10), 5min);
    Phones phones(account, vendors, kPhones);
    Play(account, phones, false);
    for (int round = 0; round < Size(5, 1); ++round) {
      all_read.push_back(Play(account, phones, false));
      vendors.GoDown();
      some_stop.push_back(Play(account, phones, true));
      rang_while_down |= phones.AllRang();
      vendors.ComeBack();
      rang_later.push_back(Eventually([&] { return phones.AllRang(); }, kRepeatedWithin));
    }
  }

  static Round Play(Account& account, Phones& phones, bool one_in_ten_stops) {
    SteadyNews news(account);
    Audience audience(account, Devices(), one_in_ten_stops);
    phones.Remind(kReminders);
    news.TellAtOnce(kNewsAtOnce);
    const auto behind_since = std::chrono::steady_clock::now();
    news.Start(Size(20, 10));
    std::this_thread::sleep_for(kMeasured);
    Round round;
    round.resident_bytes = ResidentBytes(account.system().notifier().pid());
    news.Stop();
    EXPECT_TRUE(Eventually([&] { return audience.HasAll(news); }));
    round.irregularities = audience.Irregularities(news);
    if (one_in_ten_stops) {
      std::this_thread::sleep_until(behind_since + kCutWithin);
      round.cut = audience.CountCut();
    }
    const auto delays = audience.Delays(news, behind_since);
    round.news = delays.size();
    round.p50 = Percentile(delays, 0.5);
    round.p99 = Percentile(delays, 0.99);
    return round;
  }

  static int Devices() { return Size(1'000, 200); }

  template <class Field>
  static auto MedianOf(const std::vector<Round>& rounds, Field Round::*field) {
    std::vector<Field> values;
    std::ranges::transform(rounds, std::back_inserter(values), field);
    std::ranges::sort(values);
    return values[values.size() / 2];
  }

  static inline std::vector<Round> all_read;
  static inline std::vector<Round> some_stop;
  static inline bool rang_while_down = false;
  static inline std::vector<bool> rang_later;
};

TEST_F(SlowReaders, DoNotDelayTheOthers) {
  for (const auto* rounds : {&all_read, &some_stop}) {
    Measured("{} streams, {}: {} news seen after {} (p50), {} (p99)", Devices(),
             rounds == &all_read ? "all read" : "one in ten does not, a push service is down",
             MedianOf(*rounds, &Round::news), Readable(MedianOf(*rounds, &Round::p50)),
             Readable(MedianOf(*rounds, &Round::p99)));
  }
  const auto usual = MedianOf(all_read, &Round::p99);
  // At reduced size others share the machine, so it only shows whether somebody waits for a reader's 10 s.
  const microseconds noise = IsFullSize() ? 2ms : 500ms;
  EXPECT_LE(MedianOf(some_stop, &Round::p99), usual + usual / 2 + noise);
}

TEST_F(SlowReaders, DoNotMakeTheOthersMissAnything) {
  for (const auto& round : all_read) EXPECT_EQ(round.irregularities, "");
  for (const auto& round : some_stop) EXPECT_EQ(round.irregularities, "");
}

TEST_F(SlowReaders, GetWhatWasToBePushedOnceThePushServiceIsBack) {
  EXPECT_FALSE(rang_while_down);
  EXPECT_THAT(rang_later, ::testing::Each(true));
}

TEST_F(SlowReaders, AreDisconnected) {
  for (const auto& round : some_stop) EXPECT_EQ(round.cut, Devices() / 10);
}

TEST_F(SlowReaders, UseNoMoreMemoryThanAPageEach) {
  const auto usual = MedianOf(all_read, &Round::resident_bytes);
  const auto with_slow = MedianOf(some_stop, &Round::resident_bytes);
  Measured("the notifier has {:.1f} MB where all read, {:.1f} MB where one in ten does not",
           static_cast<double>(usual) / 1e6, static_cast<double>(with_slow) / 1e6);
#ifndef __SANITIZE_ADDRESS__
  EXPECT_LE(with_slow, usual + kBytesOfTheProcess + Devices() / 10 * kBytesOfAStopped);
#endif
}

}  // namespace
}  // namespace voronka::testing
