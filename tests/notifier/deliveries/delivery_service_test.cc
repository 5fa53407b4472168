#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "notifier/deliveries/deliveries.h"
#include "tests/notifier/eventually.h"
#include "tests/notifier/people.h"
#include "tests/notifier/proto_text.h"
#include "tests/notifier/served_replica.h"
#include "tests/support/changes.h"
#include "voronka/crm/v1/deal.pb.h"
#include "voronka/crm/v1/user.pb.h"

namespace voronka::notifier {
namespace {

using client::CallFailed;
using grpc::StatusCode;
using options::v1::ROLE_HEAD_OF_SALES;
using options::v1::ROLE_MANAGER;
using ::testing::ElementsAre;
using v1::DeliveryStep;
using v1::ExplainDeliveryResponse;
using v1::Notification;

// Kind and device of a step.
using Step = std::pair<DeliveryStep::Kind, std::string>;

class DeliveryServiceTest : public ::testing::Test {
 protected:
  DeliveryServiceTest() {
    for (const char* user : {"id: 2 display_name: 'Анна' state: STATE_ACTIVE", "id: 3 state: STATE_ACTIVE"}) {
      served_.replica.Deliver(testing::Created(kAccount, Proto<crm::v1::User>(user)));
    }
  }

  client::Client LogIn(int64_t user_id, options::v1::Role role, int64_t session_id, const std::string& device) {
    security::Claims claims;
    claims.account_id = kAccount;
    claims.user_id = user_id;
    claims.session_id = session_id;
    claims.role = role;
    claims.client = device;
    return served_.ClientWith(security::TokenSigner(installation_.SigningKey("crm"))
                                  .Sign(claims, std::chrono::minutes(15), process::SystemClock().NowMicros()));
  }

  // The id of a new notification.
  int64_t TellAnna() {
    served_.replica.TellUser(kAccount, kAnna, ++told_);
    return served_.replica.InboxOf(kAccount, kAnna).back().id();
  }
  // She is told of an offer of deal 7.
  int64_t OfferToAnna() {
    served_.replica.Deliver(testing::Changed(kAccount, Proto<crm::v1::Deal>("id: 7"), DealOnOffer(),
                                             crm::v1::ResourceChange::KIND_OFFERED));
    return served_.replica.InboxOf(kAccount, kAnna).back().id();
  }
  void TakeTheOffer() {
    auto taken = DealOnOffer();
    taken.clear_offer_deadline();
    served_.replica.Deliver(testing::Changed(kAccount, DealOnOffer(), taken));
  }

  ExplainDeliveryResponse Explain(client::Client& caller, int64_t id, int64_t user_id = 0) {
    v1::ExplainDeliveryRequest request;
    request.set_notification_id(id);
    request.set_user_id(user_id);
    return caller.Call<ExplainDeliveryResponse>(request);
  }
  std::vector<Step> StepsOf(int64_t id) {
    const auto explained = Explain(anna_, id);
    std::vector<Step> steps;
    for (const auto& step : explained.steps()) {
      if (step.kind() != DeliveryStep::KIND_HELD_BACK) steps.emplace_back(step.kind(), step.device());
    }
    return steps;
  }
  void Report(client::Client& caller, int64_t id, int32_t occurrence = 1) {
    v1::ReportShownRequest request;
    request.add_notifications()->set_notification_id(id);
    request.mutable_notifications(0)->set_occurrence(occurrence);
    caller.Call<google::protobuf::Empty>(request);
  }
  void Acknowledge(client::Client& caller, int64_t id) {
    v1::AcknowledgeNotificationRequest request;
    request.set_notification_id(id);
    caller.Call<Notification>(request);
  }
  void Snooze(client::Client& caller, int64_t id, int64_t seconds) {
    v1::SnoozeNotificationRequest request;
    request.set_notification_id(id);
    request.mutable_duration()->set_seconds(seconds);
    caller.Call<Notification>(request);
  }

  template <class Call>
  static CallFailed Failure(Call call) {
    try {
      call();
    } catch (const CallFailed& failure) {
      return failure;
    }
    throw std::logic_error("the call did not fail");
  }

  Installation installation_;
  ServedReplica served_{installation_};
  client::Client anna_ = LogIn(kAnna, ROLE_MANAGER, 21, "Chrome, Windows");
  client::Client annas_phone_ = LogIn(kAnna, ROLE_MANAGER, 22, "Pixel 8");
  client::Client boris_ = LogIn(kBoris, ROLE_MANAGER, 31, "Firefox");
  client::Client head_ = LogIn(4, ROLE_HEAD_OF_SALES, 41, "Safari");

 private:
  static crm::v1::Deal DealOnOffer() {
    auto deal = Proto<crm::v1::Deal>("id: 7 responsible_user_id: 2 offer_attempt: 1");
    *deal.mutable_offer_deadline() = Timestamp(process::SystemClock().NowMicros() + 600 * kSecond);
    return deal;
  }

  int told_ = 0;
};

TEST_F(DeliveryServiceTest, TellsEachScreenThatGotIt) {
  auto screen = anna_.Open<v1::SubscribeResponse>(v1::SubscribeRequest());
  auto phone = annas_phone_.Open<v1::SubscribeResponse>(v1::SubscribeRequest());
  ASSERT_TRUE(screen.NextWithin(std::chrono::seconds(20)));
  ASSERT_TRUE(phone.NextWithin(std::chrono::seconds(20)));
  const int64_t id = TellAnna();
  ASSERT_TRUE(screen.NextWithin(std::chrono::seconds(20)));
  ASSERT_TRUE(phone.NextWithin(std::chrono::seconds(20)));
  ASSERT_TRUE(Eventually([&] { return StepsOf(id).size() == 3; }));
  EXPECT_THAT(StepsOf(id), ::testing::UnorderedElementsAre(Step(DeliveryStep::KIND_MADE, ""),
                                                           Step(DeliveryStep::KIND_STREAMED, "Chrome, Windows"),
                                                           Step(DeliveryStep::KIND_STREAMED, "Pixel 8")));
}

// A stream also says that a notification was read; that is no delivery.
TEST_F(DeliveryServiceTest, TellsOnlyOfWhatWasUnreadWhenItWasStreamed) {
  const int64_t id = TellAnna();
  auto screen = anna_.Open<v1::SubscribeResponse>(v1::SubscribeRequest());
  ASSERT_TRUE(screen.NextWithin(std::chrono::seconds(20)));
  Acknowledge(annas_phone_, id);
  ASSERT_TRUE(screen.NextWithin(std::chrono::seconds(20)));
  const int64_t next = TellAnna();
  ASSERT_TRUE(screen.NextWithin(std::chrono::seconds(20)));
  ASSERT_TRUE(Eventually([&] { return StepsOf(next).size() == 2; }));
  EXPECT_THAT(StepsOf(id), ElementsAre(Step(DeliveryStep::KIND_MADE, ""), Step(DeliveryStep::KIND_SEEN, "Pixel 8")));
}

TEST_F(DeliveryServiceTest, TellsWhatAClientHasShown) {
  const int64_t id = TellAnna();
  Report(annas_phone_, id);
  EXPECT_THAT(StepsOf(id), ElementsAre(Step(DeliveryStep::KIND_MADE, ""), Step(DeliveryStep::KIND_SHOWN, "Pixel 8")));
}

TEST_F(DeliveryServiceTest, KeepsTheTimeWhenItWasShownFirst) {
  const int64_t id = TellAnna();
  Report(annas_phone_, id);
  const auto first = Explain(anna_, id);
  Report(annas_phone_, id);
  EXPECT_EQ(Explain(anna_, id).SerializeAsString(), first.SerializeAsString());
}

TEST_F(DeliveryServiceTest, IgnoresReportsOfWhatTheCallerDoesNotHave) {
  const int64_t id = TellAnna();
  EXPECT_EQ(Failure([&] { Report(boris_, id); }).code(), StatusCode::NOT_FOUND);
  EXPECT_EQ(Failure([&] { Report(annas_phone_, id, 2); }).code(), StatusCode::NOT_FOUND);
  v1::ReportShownRequest request;
  for (const int64_t reported : {id + 1'000, id}) request.add_notifications()->set_notification_id(reported);
  annas_phone_.Call<google::protobuf::Empty>(request);
  EXPECT_THAT(StepsOf(id), ElementsAre(Step(DeliveryStep::KIND_MADE, ""), Step(DeliveryStep::KIND_SHOWN, "Pixel 8")));
  EXPECT_EQ(served_.replica.db.Query("SELECT COUNT(*) FROM deliveries").at(0).Int(0), 1);
}

TEST_F(DeliveryServiceTest, TellsWhereItWasSnoozedAndReadLater) {
  const int64_t id = TellAnna();
  Snooze(annas_phone_, id, 1);
  ASSERT_TRUE(Eventually([&] { return Explain(anna_, id).notification().occurrence() == 2; }));
  Acknowledge(anna_, id);
  EXPECT_THAT(StepsOf(id),
              ElementsAre(Step(DeliveryStep::KIND_MADE, ""), Step(DeliveryStep::KIND_SNOOZED, "Pixel 8"),
                          Step(DeliveryStep::KIND_MADE, ""), Step(DeliveryStep::KIND_SEEN, "Chrome, Windows")));
}

TEST_F(DeliveryServiceTest, TellsThatItWasSettledByItself) {
  const int64_t id = OfferToAnna();
  TakeTheOffer();
  EXPECT_THAT(StepsOf(id), ElementsAre(Step(DeliveryStep::KIND_MADE, ""), Step(DeliveryStep::KIND_SETTLED, "")));
}

// What it was about ended while it was snoozed.
TEST_F(DeliveryServiceTest, TellsThatASnoozedOneWasSettledByItself) {
  const int64_t id = OfferToAnna();
  Snooze(annas_phone_, id, 60);
  TakeTheOffer();
  EXPECT_THAT(StepsOf(id), ElementsAre(Step(DeliveryStep::KIND_MADE, ""), Step(DeliveryStep::KIND_SNOOZED, "Pixel 8"),
                                       Step(DeliveryStep::KIND_SETTLED, "")));
}

TEST_F(DeliveryServiceTest, SaysThatThereAreNoDevices) {
  const auto explained = Explain(anna_, OfferToAnna());
  EXPECT_EQ(explained.steps().rbegin()->text(), "Push не отправлялся: нет устройств");
}

TEST_F(DeliveryServiceTest, AnswersInTheCallersLanguage) {
  const int64_t id = TellAnna();
  anna_.SetLocale("en");
  EXPECT_EQ(Explain(anna_, id).steps(0).text(), "Put into the inbox");
}

// The moments of its steps are read in the zone of who reads them, and so are those in its texts.
TEST_F(DeliveryServiceTest, TellsTheTimeOfWhoAsks) {
  served_.replica.Deliver(
      testing::Created(kAccount, Proto<crm::v1::User>("id: 4 state: STATE_ACTIVE time_zone: 'Asia/Vladivostok'")));
  const int64_t id = TellAnna();
  Snooze(anna_, id, 60);
  const auto last = [&](client::Client& caller) { return Explain(caller, id, kAnna).steps().rbegin()->text(); };
  EXPECT_NE(last(head_), last(anna_));
}

TEST_F(DeliveryServiceTest, IsForThoseWhoLeadSalesToo) {
  const int64_t id = TellAnna();
  EXPECT_EQ(Explain(head_, id, kAnna).notification().id(), id);
  EXPECT_EQ(Explain(anna_, id, kAnna).notification().id(), id);
}

TEST_F(DeliveryServiceTest, IsNotForOtherManagers) {
  const int64_t id = TellAnna();
  const auto refused = Failure([&] { Explain(boris_, id, kAnna); });
  EXPECT_EQ(refused.code(), StatusCode::PERMISSION_DENIED);
  EXPECT_EQ(refused.reason(), "NOT_YOURS");
}

TEST_F(DeliveryServiceTest, FindsOnlyThatUsersNotifications) {
  const int64_t id = TellAnna();
  EXPECT_EQ(Failure([&] { Explain(boris_, id); }).code(), StatusCode::NOT_FOUND);
  EXPECT_EQ(Failure([&] { Explain(head_, id, kBoris); }).code(), StatusCode::NOT_FOUND);
  EXPECT_EQ(Failure([&] { Explain(anna_, id + 1'000); }).code(), StatusCode::NOT_FOUND);
  EXPECT_EQ(Failure([&] { Explain(head_, id, 99); }).code(), StatusCode::NOT_FOUND);
}

// Another's inbox, with the same rights.
TEST_F(DeliveryServiceTest, LeadersListAnothersInbox) {
  const int64_t id = TellAnna();
  v1::ListNotificationsRequest annas;
  annas.set_user_id(kAnna);
  const auto listed = head_.Call<v1::ListNotificationsResponse>(annas);
  ASSERT_EQ(listed.notifications_size(), 1);
  EXPECT_EQ(listed.notifications(0).id(), id);
  EXPECT_EQ(Failure([&] { boris_.Call<v1::ListNotificationsResponse>(annas); }).code(), StatusCode::PERMISSION_DENIED);
  annas.set_user_id(99);
  EXPECT_EQ(Failure([&] { head_.Call<v1::ListNotificationsResponse>(annas); }).code(), StatusCode::NOT_FOUND);
}

}  // namespace
}  // namespace voronka::notifier
