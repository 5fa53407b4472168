#include "notifier/push/settling.h"

#include "tests/notifier/push/push_office.h"

namespace voronka::notifier {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using ::testing::UnorderedElementsAre;
using v1::Notification;
using v1::PushIntent;

constexpr int64_t kNowhere = 99;

class Settling : public PushOffice {
 protected:
  // Both devices show what Anna was told.
  void RingAnna() {
    TellAnna(1);
    const auto sender = NewSender(service_);
    WaitUntilAllAre(PushIntent::STATE_ACCEPTED);
  }
  int64_t Id() { return AnnasOnly().id(); }

  ToldPushService service_;
};

TEST_F(Settling, CancelsWhatIsNotPushedYet) {
  TellAnna(1);
  AcknowledgeAt(kNowhere, Id());
  EXPECT_TRUE(AllAre(PushIntent::STATE_CANCELLED));
  const auto sender = NewSender(service_);
  sender->Stop();
  EXPECT_THAT(service_.Received(), IsEmpty());
  EXPECT_THAT(ClosedDevices(), IsEmpty());
}

TEST_F(Settling, ClosesItOnTheOtherDevices) {
  RingAnna();
  AcknowledgeAt(kPhone, Id());
  EXPECT_THAT(ClosedDevices(), ElementsAre(kBrowser));
  const auto sender = NewSender(service_);
  WaitUntilAllAre(PushIntent::STATE_ACCEPTED);
  const auto close = service_.Received().back();
  EXPECT_TRUE(close.message.close());
  EXPECT_EQ(close.message.notification_id(), Id());
  EXPECT_EQ(close.message.occurrence(), 1);
  EXPECT_EQ(close.message.session_id(), kBrowser);
  EXPECT_EQ(close.message.text(), "");
  EXPECT_EQ(close.collapse_key, service_.Received().front().collapse_key);
  EXPECT_EQ(close.urgency, v1::KindPreference::URGENCY_LOW);
}

TEST_F(Settling, ClosesItOnceHoweverOftenItIsAnswered) {
  RingAnna();
  AcknowledgeAt(kPhone, Id());
  AcknowledgeAt(kBrowser, Id());
  EXPECT_THAT(ClosedDevices(), ElementsAre(kBrowser));
}

TEST_F(Settling, ClosesItWhereItMayHaveArrivedUnanswered) {
  TellAnna(1);
  service_.Become(ToldPushService::Ignore);
  const auto sender = NewSender(service_);
  ASSERT_TRUE(Eventually([&] { return service_.Received().size() == 2; }));
  AcknowledgeAt(kNowhere, Id());
  EXPECT_THAT(ClosedDevices(), UnorderedElementsAre(kBrowser, kPhone));
}

TEST_F(Settling, ClosesASnoozedOne) {
  RingAnna();
  replica_.InTransaction(kAccount,
                         [&](rpc::Session& session) { Inbox(session, kAnna).Snooze(Id(), Now() + 60 * kMinute); });
  EXPECT_THAT(ClosedDevices(), UnorderedElementsAre(kBrowser, kPhone));
}

TEST_F(Settling, ClosesWhatHasEndedByItself) {
  const auto deal = OnOfferToAnna(Now() + 5 * kMinute);
  replica_.Deliver(OfferToAnna(Now() + 5 * kMinute));
  const auto sender = NewSender(service_);
  WaitUntilAllAre(PushIntent::STATE_ACCEPTED);
  auto lost = deal;
  lost.clear_offer_deadline();
  lost.set_responsible_user_id(kBoris);
  replica_.Deliver(testing::Changed(kAccount, deal, lost, crm::v1::ResourceChange::KIND_RECLAIMED));
  EXPECT_THAT(ClosedDevices(), UnorderedElementsAre(kBrowser, kPhone));
}

TEST_F(Settling, SendsNothingSilentToASafari) {
  RingAnna();
  replica_.db.Execute("UPDATE devices SET address = 'https://web.push.apple.com/abc' WHERE id = ?", kBrowser);
  AcknowledgeAt(kNowhere, Id());
  EXPECT_THAT(ClosedDevices(), ElementsAre(kPhone));
}

TEST_F(Settling, LeavesOtherNotificationsAlone) {
  TellAnna(1);
  TellAnna(2);
  AcknowledgeAt(kNowhere, Id());
  const auto sender = NewSender(service_);
  ASSERT_TRUE(Eventually([&] { return service_.Received().size() == 2; }));
  for (const auto& push : service_.Received()) EXPECT_NE(push.message.notification_id(), Id());
}

}  // namespace
}  // namespace voronka::notifier
