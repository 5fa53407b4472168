#include "notifier/push/rings.h"

#include "tests/notifier/push/push_office.h"
#include "voronka/crm/v1/account.pb.h"

namespace voronka::notifier {
namespace {

using google::protobuf::util::TimeUtil;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using v1::KindPreference;
using v1::Notification;
using v1::PushIntent;
using v1::PushMessage;

class Rings : public PushOffice {
 protected:
  void AllowDetails() {
    replica_.Deliver(testing::Created(kAccount, Proto<crm::v1::Account>("id: 1 push_details: true")));
  }
  void OfferADeal() {
    auto deal = OnOfferToAnna(Now() + 5 * kMinute);
    deal.set_name("Партия кирпича");
    auto event = testing::Changed(kAccount, Proto<crm::v1::Deal>("id: 7"), deal, crm::v1::ResourceChange::KIND_OFFERED);
    *event.mutable_create_time() = Timestamp(Now());
    replica_.Deliver(event);
  }
};

TEST_F(Rings, EveryDeviceOfTheUserOnce) {
  Give(kBoris, 31);
  TellAnna(1);
  TellAnna(1);
  const auto pushes = Pushes();
  ASSERT_THAT(pushes, SizeIs(2));
  const auto told = AnnasOnly();
  for (const auto& push : pushes) {
    EXPECT_EQ(push.user_id(), kAnna);
    EXPECT_EQ(push.state(), PushIntent::STATE_PENDING);
    EXPECT_EQ(push.purpose(), PushIntent::PURPOSE_RING);
    EXPECT_EQ(push.device_name(), "Chrome, Windows");
    EXPECT_EQ(push.notification_id(), told.id());
    EXPECT_EQ(push.message().notification_id(), told.id());
    EXPECT_EQ(push.message().occurrence(), 1);
    EXPECT_EQ(push.message().session_id(), push.device_id());
    EXPECT_EQ(push.message().expire_time().SerializeAsString(), push.expire_time().SerializeAsString());
  }
  EXPECT_NE(pushes[0].device_id(), pushes[1].device_id());
}

TEST_F(Rings, SayNothingOfTheClientUnlessTheAccountAllowsIt) {
  OfferADeal();
  EXPECT_THAT(Pushes()[0].message().text(), ::testing::StartsWith("Вам новая заявка: сделка #7, взять до "));
  EXPECT_THAT(AnnasOnly().text(), ::testing::StartsWith("Вам новая заявка: сделка «Партия кирпича», взять до "));
}

TEST_F(Rings, SayEverythingIfTheAccountAllowsIt) {
  AllowDetails();
  OfferADeal();
  EXPECT_EQ(Pushes()[0].message().text(), AnnasOnly().text());
}

TEST_F(Rings, OfAnOfferLastUntilItsDeadlineAndCanTakeIt) {
  OfferADeal();
  const auto push = Pushes()[0];
  EXPECT_EQ(push.expire_time().SerializeAsString(), AnnasOnly().deadline().SerializeAsString());
  EXPECT_EQ(push.urgency(), KindPreference::URGENCY_HIGH);
  EXPECT_TRUE(push.message().sound());
  ASSERT_THAT(push.message().buttons(), SizeIs(2));
  EXPECT_EQ(push.message().buttons(0).action(), PushMessage::ACTION_TAKE);
  EXPECT_EQ(push.message().buttons(0).title(), "Взять");
  EXPECT_EQ(push.message().deal_id(), 7);
}

TEST_F(Rings, NobodyWhoDoesNotWantThem) {
  Prefer([](auto& preference) { preference.set_push(false); }, Notification::KIND_CLIENT_WROTE);
  TellAnna(1);
  EXPECT_THAT(Pushes(), IsEmpty());
  EXPECT_EQ(replica_.db.Query("SELECT push FROM inbox").at(0).Int(0), 0);
  OfferADeal();
  EXPECT_THAT(Pushes(), SizeIs(2));
}

TEST_F(Rings, AsUrgentAsTheUserSays) {
  Prefer([](auto& preference) { preference.set_urgency(KindPreference::URGENCY_LOW); }, Notification::KIND_OFFER);
  OfferADeal();
  EXPECT_EQ(Pushes()[0].urgency(), KindPreference::URGENCY_LOW);
}

TEST_F(Rings, AfterQuietHoursUnlessTheyMayPass) {
  ChangePreferences([](v1::Preferences& preferences) {
    auto& hours = *preferences.mutable_quiet_hours();
    hours.set_enabled(true);
    hours.set_from_minute(0);
    hours.set_until_minute(1439);
  });
  TellAnna(1);
  const auto held = Pushes()[0];
  // The last minute of the day is not quiet.
  if (TimeUtil::TimestampToMicroseconds(held.due_time()) <= TimeUtil::TimestampToMicroseconds(held.create_time())) {
    GTEST_SKIP() << "it is the last minute of the day";
  }
  EXPECT_EQ(TimeUtil::TimestampToSeconds(held.due_time()) % 86400, (23 - 3) * 3600 + 59 * 60);
  EXPECT_EQ(held.next_time().SerializeAsString(), held.due_time().SerializeAsString());
  OfferADeal();
  const auto passing = Pushes().back();
  EXPECT_LE(TimeUtil::TimestampToMicroseconds(passing.due_time()),
            TimeUtil::TimestampToMicroseconds(passing.create_time()));
}

TEST_F(Rings, AgainWhenASnoozedNotificationIsShownAgain) {
  replica_.timers.Start();
  TellAnna(1);
  const int64_t id = AnnasOnly().id();
  replica_.InTransaction(kAccount, [&](rpc::Session& session) { Inbox(session, kAnna).Snooze(id, Now() + kMinute); });
  EXPECT_TRUE(AllAre(PushIntent::STATE_CANCELLED));
  EXPECT_THAT(Pushes(), SizeIs(2));
  const int64_t until = TimeUtil::TimestampToMicroseconds(AnnasOnly().snooze_time());
  Prefer([](auto& preference) { preference.set_sound(true); }, Notification::KIND_CLIENT_WROTE);
  replica_.InTransaction(kAccount, [&](rpc::Session& session) { Inbox(session, kAnna).ShowAgain(id, until); });
  const auto pushes = Pushes();
  ASSERT_THAT(pushes, SizeIs(4));
  EXPECT_EQ(pushes[3].message().occurrence(), 2);
  EXPECT_EQ(pushes[3].state(), PushIntent::STATE_PENDING);
  EXPECT_TRUE(pushes[3].message().sound());
  EXPECT_TRUE(AnnasOnly().sound());
}

TEST_F(Rings, NothingIfTheUserHasNoDevice) {
  replica_.TellUser(kAccount, kBoris, 1);
  EXPECT_THAT(Pushes(), IsEmpty());
  EXPECT_EQ(replica_.db.Query("SELECT push FROM inbox").at(0).Int(0), 1);
}

TEST_F(Rings, WithTheNotificationOrNotAtAll) {
  EXPECT_ANY_THROW(replica_.InTransaction(kAccount, [&](rpc::Session& session) {
    Notification notification;
    notification.set_kind(Notification::KIND_CLIENT_WROTE);
    Inbox(session, kAnna).Add("inquiry/1", notification);
    throw std::runtime_error("the transaction fails");
  }));
  EXPECT_THAT(Pushes(), IsEmpty());
}

TEST_F(Rings, TellTheScreenHowToShowIt) {
  OfferADeal();
  EXPECT_TRUE(AnnasOnly().popup());
  EXPECT_TRUE(AnnasOnly().sound());
  Prefer([](auto& preference) { preference.set_popup(false); }, Notification::KIND_CLIENT_WROTE);
  TellAnna(1);
  EXPECT_FALSE(replica_.InboxOf(kAccount, kAnna).at(1).popup());
  EXPECT_FALSE(replica_.InboxOf(kAccount, kAnna).at(1).sound());
}

TEST_F(Rings, ForgetsOldPushesWithTheNotifications) {
  TellAnna(1);
  replica_.db.Execute("UPDATE pushes SET state = ? LIMIT 1", PushIntent::STATE_ACCEPTED);
  Pushes::ForgetOld(replica_.db, Now() + 89LL * 86400 * kSecond);
  EXPECT_THAT(PushOffice::Pushes(), SizeIs(2));
  Pushes::ForgetOld(replica_.db, Now() + 91LL * 86400 * kSecond);
  EXPECT_THAT(PushOffice::Pushes(), SizeIs(1));
}

}  // namespace
}  // namespace voronka::notifier
