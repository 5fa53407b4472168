#include <set>
#include <string>
#include <utility>

#include "foundation/process/fault_points.h"
#include "tests/notifier/push/push_office.h"
#include "tests/notifier/simulation/crash.h"

namespace voronka::notifier {
namespace {

using process::KillPoint;
using ::testing::SizeIs;
using v1::PushIntent;

// Longer than a claim holds.
constexpr int64_t kAfterTheLease = 31 * kSecond;

// A sender whose process dies, as in a power failure, while Anna's two devices are to show a notification.
class SenderDeath : public PushOffice {
 protected:
  // Whether it dies there within two rounds: the second one notes what the first has sent.
  bool DiesAt(KillPoint point) {
    PushSender sender(replica_.host.configuration.database(), clock_, replica_.host.random, service_.Door(),
                      replica_.host.log, replica_.host.metrics);
    process::OnPass([point](KillPoint passed) {
      if (passed == point) throw simulation::Crash{passed};
    });
    const bool died = DiesWithinTwoRounds(sender);
    process::OnPass({});
    return died;
  }

  // What the devices show: a push that arrives again takes the place of the former one.
  std::set<std::pair<int64_t, std::string>> Shown() const {
    std::set<std::pair<int64_t, std::string>> shown;
    for (const auto& push : service_.Received()) shown.emplace(push.device.id(), push.collapse_key);
    return shown;
  }

  ToldPushService service_;

 private:
  static bool DiesWithinTwoRounds(PushSender& sender) try {
    sender.Round();
    sender.Round();
    return false;
  } catch (const simulation::Crash&) {
    return true;
  }
};

TEST_F(SenderDeath, LeavesWhatWasOnlyFoundToTheNextAtOnce) {
  TellAnna(1);
  ASSERT_TRUE(DiesAt(KillPoint::kPushesFound));
  EXPECT_THAT(service_.Received(), SizeIs(0));
  const auto next = NewSender(service_);
  WaitUntilAllAre(PushIntent::STATE_ACCEPTED);
  EXPECT_THAT(service_.Received(), SizeIs(2));
}

TEST_F(SenderDeath, LosesNothingThatWasClaimedAndNotSent) {
  TellAnna(1);
  ASSERT_TRUE(DiesAt(KillPoint::kPushClaimed));
  EXPECT_THAT(service_.Received(), SizeIs(0));
  Advance(kAfterTheLease);
  const auto next = NewSender(service_);
  WaitUntilAllAre(PushIntent::STATE_ACCEPTED);
  EXPECT_THAT(service_.Received(), SizeIs(2));
  EXPECT_EQ(Pushes()[0].attempts(), 2);
}

TEST_F(SenderDeath, SendsAgainWhatWasAnsweredAndNotNotedButShowsItOnce) {
  TellAnna(1);
  ASSERT_TRUE(DiesAt(KillPoint::kPushAnswered));
  EXPECT_THAT(service_.Received(), SizeIs(2));
  EXPECT_TRUE(AllAre(PushIntent::STATE_PENDING));
  Advance(kAfterTheLease);
  const auto next = NewSender(service_);
  WaitUntilAllAre(PushIntent::STATE_ACCEPTED);
  EXPECT_THAT(service_.Received(), SizeIs(4));
  EXPECT_THAT(Shown(), SizeIs(2));
}

// The process that was restarted is no other: it does not know what it had claimed.
TEST_F(SenderDeath, MayComeAgainAndAgain) {
  TellAnna(1);
  for (const auto point : {KillPoint::kPushClaimed, KillPoint::kPushAnswered, KillPoint::kPushesFound}) {
    ASSERT_TRUE(DiesAt(point));
    Advance(kAfterTheLease);
  }
  const auto next = NewSender(service_);
  WaitUntilAllAre(PushIntent::STATE_ACCEPTED);
  EXPECT_THAT(Shown(), SizeIs(2));
}

}  // namespace
}  // namespace voronka::notifier
