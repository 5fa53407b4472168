#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/notifier/office.h"
#include "voronka/crm/v1/account.pb.h"
#include "voronka/crm/v1/contact.pb.h"

namespace voronka::notifier {
namespace {

using crm::v1::ResourceChange;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Property;
using timers::TimerKey;
using v1::Notification;

class OfferNotifications : public Office {};

TEST_F(OfferNotifications, ADuplicateEventNotifiesOnce) {
  const auto offer = OfferToAnna(Now() + 5 * kMinute);
  replica_.Deliver(offer);
  replica_.Deliver(offer);
  EXPECT_THAT(replica_.InboxOf(kAccount, kAnna), ElementsAre(Property(&Notification::kind, Notification::KIND_OFFER)));
}

TEST_F(OfferNotifications, ANotificationCarriesTheOffersDeadlineAndDeal) {
  const int64_t deadline = Now() + 5 * kMinute;
  replica_.Deliver(OfferToAnna(deadline));
  const auto told = replica_.InboxOf(kAccount, kAnna).at(0);
  EXPECT_EQ(told.deadline().SerializeAsString(), Timestamp(deadline).SerializeAsString());
  EXPECT_EQ(told.deal_id(), 7);
  EXPECT_EQ(told.state(), Notification::STATE_UNREAD);
  EXPECT_EQ(told.occurrence(), 1);
}

TEST_F(OfferNotifications, AUserIsNotifiedInTheirLanguage) {
  replica_.Deliver(Hired("id: 2 locale: 'en' time_zone: 'UTC' state: STATE_ACTIVE"));
  replica_.Deliver(OfferToAnna(At("2040-03-02T09:05:00Z")));
  EXPECT_EQ(replica_.InboxOf(kAccount, kAnna).at(0).text(), "New inquiry for you: deal #7, take it by 2 March, 09:05");
}

TEST_F(OfferNotifications, AUserWithoutALanguageIsNotifiedInTheAccountsLanguage) {
  replica_.Deliver(
      testing::Created(kAccount, Proto<crm::v1::Account>("id: 1 locale: 'en' time_zone: 'Asia/Vladivostok'")));
  replica_.Deliver(Hired("id: 2 state: STATE_ACTIVE"));
  replica_.Deliver(OfferToAnna(At("2040-03-02T09:05:00Z")));
  EXPECT_EQ(replica_.InboxOf(kAccount, kAnna).at(0).text(), "New inquiry for you: deal #7, take it by 2 March, 19:05");
}

TEST_F(OfferNotifications, ADisabledUserIsNotNotified) {
  replica_.Deliver(Hired("id: 2 state: STATE_DISABLED"));
  replica_.Deliver(OfferToAnna(Now() + 5 * kMinute));
  EXPECT_THAT(replica_.InboxOf(kAccount, kAnna), IsEmpty());
}

TEST_F(OfferNotifications, AnOfferArmsAWarningThatEndsWithIt) {
  const int64_t deadline = Now() + 5 * kMinute;
  const TimerKey warning{kAccount, "offer_warning", 7, 1};
  replica_.Deliver(OfferToAnna(deadline));
  EXPECT_EQ(replica_.DueOf(warning), deadline - kMinute);
  auto taken = OnOfferToAnna(deadline);
  taken.clear_offer_deadline();
  replica_.Deliver(testing::Changed(kAccount, OnOfferToAnna(deadline), taken, ResourceChange::KIND_TAKEN));
  EXPECT_EQ(replica_.DueOf(warning), std::nullopt);
}

TEST_F(OfferNotifications, AWarningCallsAnUnnamedDealByItsClientAsTheOfferDid) {
  auto offer = OfferToAnna(Now() + kMinute + kSecond);
  offer.mutable_change()->mutable_subject()->PackFrom(Proto<crm::v1::Contact>("id: 9 name: 'Пётр'"));
  replica_.timers.Start();
  replica_.Deliver(offer);
  ASSERT_TRUE(Eventually([&] { return replica_.InboxOf(kAccount, kAnna).size() == 2; }));
  for (const auto& told : replica_.InboxOf(kAccount, kAnna)) {
    EXPECT_THAT(told.text(), ::testing::HasSubstr("«Пётр»"));
  }
}

TEST_F(OfferNotifications, ARenamedDealKeepsItsOfferWarning) {
  const int64_t deadline = Now() + 5 * kMinute;
  replica_.Deliver(OfferToAnna(deadline));
  auto renamed = OnOfferToAnna(deadline);
  renamed.set_name("Кирпич");
  replica_.Deliver(testing::Changed(kAccount, OnOfferToAnna(deadline), renamed));
  EXPECT_TRUE(replica_.DueOf({kAccount, "offer_warning", 7, 1}));
}

}  // namespace
}  // namespace voronka::notifier
