#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "notifier/inbox/inbox.h"
#include "tests/notifier/eventually.h"
#include "tests/notifier/people.h"
#include "tests/notifier/proto_text.h"
#include "tests/notifier/served_replica.h"
#include "tests/support/changes.h"
#include "voronka/crm/v1/deal.pb.h"

namespace voronka::notifier {
namespace {

using client::CallFailed;
using grpc::StatusCode;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using v1::AcknowledgeNotificationRequest;
using v1::ListNotificationsRequest;
using v1::ListNotificationsResponse;
using v1::Notification;
using v1::SnoozeNotificationRequest;

class InboxServiceTest : public ::testing::Test {
 protected:
  void Tell(int64_t user_id, int number) { served_.replica.TellUser(kAccount, user_id, number); }

  ListNotificationsResponse List(client::Client& caller, const std::string& request = "") {
    return caller.Call<ListNotificationsResponse>(Proto<ListNotificationsRequest>(request));
  }
  static std::vector<std::string> Texts(const ListNotificationsResponse& response) {
    std::vector<std::string> texts;
    for (const auto& notification : response.notifications()) texts.push_back(notification.text());
    return texts;
  }

  Notification Acknowledge(client::Client& caller, int64_t id) {
    AcknowledgeNotificationRequest request;
    request.set_notification_id(id);
    return caller.Call<Notification>(request);
  }
  Notification Snooze(client::Client& caller, int64_t id, int64_t until) {
    SnoozeNotificationRequest request;
    request.set_notification_id(id);
    *request.mutable_snooze_time() = Timestamp(until);
    return caller.Call<Notification>(request);
  }
  int64_t Now() { return served_.replica.host.clock.NowMicros(); }
  int64_t OnlyIdOf(int64_t user_id) { return served_.replica.InboxOf(kAccount, user_id).at(0).id(); }

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
  client::Client anna_ = served_.ClientOf(kAccount, kAnna);
  client::Client boris_ = served_.ClientOf(kAccount, kBoris);
};

TEST_F(InboxServiceTest, ListsTheNewestFirstInPages) {
  for (int number = 1; number <= 5; ++number) Tell(kAnna, number);
  auto request = Proto<ListNotificationsRequest>("page_size: 2");
  std::vector<std::vector<std::string>> pages;
  do {
    const auto page = anna_.Call<ListNotificationsResponse>(request);
    pages.push_back(Texts(page));
    request.set_page_token(page.next_page_token());
  } while (!request.page_token().empty());
  EXPECT_THAT(pages, ElementsAre(ElementsAre("5", "4"), ElementsAre("3", "2"), ElementsAre("1")));
}

TEST_F(InboxServiceTest, FiltersByState) {
  Tell(kAnna, 1);
  Acknowledge(anna_, OnlyIdOf(kAnna));
  Tell(kAnna, 2);
  EXPECT_THAT(Texts(List(anna_, "state: STATE_UNREAD")), ElementsAre("2"));
  EXPECT_THAT(Texts(List(anna_, "state: STATE_ACKNOWLEDGED")), ElementsAre("1"));
}

TEST_F(InboxServiceTest, ListsOnlyTheCallersOwn) {
  Tell(kBoris, 1);
  served_.replica.TellUser(kAccount + 1, kAnna, 2);
  EXPECT_THAT(Texts(List(anna_)), IsEmpty());
}

TEST_F(InboxServiceTest, AcknowledgesTwiceWithoutASecondChange) {
  Tell(kAnna, 1);
  const auto id = OnlyIdOf(kAnna);
  EXPECT_EQ(Acknowledge(anna_, id).state(), Notification::STATE_ACKNOWLEDGED);
  EXPECT_EQ(Acknowledge(anna_, id).state(), Notification::STATE_ACKNOWLEDGED);
  EXPECT_EQ(served_.replica.db.Query("SELECT COUNT(*) FROM events").at(0).Int(0), 2);
}

TEST_F(InboxServiceTest, DoesNotFindAnotherUsersNotification) {
  Tell(kBoris, 1);
  const auto id = OnlyIdOf(kBoris);
  EXPECT_EQ(Failure([&] { Acknowledge(anna_, id); }).code(), StatusCode::NOT_FOUND);
  EXPECT_EQ(Failure([&] { Snooze(anna_, id, Now() + kSecond); }).code(), StatusCode::NOT_FOUND);
  EXPECT_EQ(served_.replica.InboxOf(kAccount, kBoris)[0].state(), Notification::STATE_UNREAD);
}

TEST_F(InboxServiceTest, ShowsASnoozedNotificationAgain) {
  Tell(kAnna, 1);
  const auto snoozed = Snooze(anna_, OnlyIdOf(kAnna), Now() + kSecond);
  EXPECT_EQ(snoozed.state(), Notification::STATE_SNOOZED);
  ASSERT_TRUE(
      Eventually([&] { return served_.replica.InboxOf(kAccount, kAnna)[0].state() == Notification::STATE_UNREAD; }));
  const auto again = served_.replica.InboxOf(kAccount, kAnna)[0];
  EXPECT_EQ(again.occurrence(), 2);
  EXPECT_FALSE(again.has_snooze_time());
}

TEST_F(InboxServiceTest, DoesNotShowAReadNotificationAgain) {
  Tell(kAnna, 1);
  const auto id = OnlyIdOf(kAnna);
  Snooze(anna_, id, Now() + kSecond);
  Acknowledge(anna_, id);
  ASSERT_TRUE(Eventually([&] { return !served_.replica.DueOf({kAccount, "snooze", id, kAnna}); }));
  EXPECT_EQ(served_.replica.InboxOf(kAccount, kAnna)[0].state(), Notification::STATE_ACKNOWLEDGED);
  EXPECT_EQ(served_.replica.InboxOf(kAccount, kAnna)[0].occurrence(), 1);
}

TEST_F(InboxServiceTest, SnoozesForAtMostThirtyDays) {
  Tell(kAnna, 1);
  const auto id = OnlyIdOf(kAnna);
  const auto past = Failure([&] { Snooze(anna_, id, Now() - kSecond); });
  EXPECT_EQ(past.code(), StatusCode::FAILED_PRECONDITION);
  EXPECT_EQ(past.reason(), "MOMENT_PASSED");
  const auto far = Failure([&] { Snooze(anna_, id, Now() + 31LL * 86400 * kSecond); });
  EXPECT_EQ(far.code(), StatusCode::INVALID_ARGUMENT);
  EXPECT_EQ(served_.replica.InboxOf(kAccount, kAnna)[0].state(), Notification::STATE_UNREAD);
}

TEST_F(InboxServiceTest, SnoozesForADurationByItsOwnClock) {
  Tell(kAnna, 1);
  auto request = Proto<SnoozeNotificationRequest>("duration { seconds: 900 }");
  request.set_notification_id(OnlyIdOf(kAnna));
  const int64_t before = Now();
  const auto snoozed = anna_.Call<Notification>(request);
  const int64_t until = google::protobuf::util::TimeUtil::TimestampToMicroseconds(snoozed.snooze_time());
  EXPECT_GE(until, before + 900 * kSecond);
  EXPECT_LE(until, Now() + 900 * kSecond);
}

TEST_F(InboxServiceTest, RequiresATimeOrADurationToSnooze) {
  Tell(kAnna, 1);
  SnoozeNotificationRequest request;
  request.set_notification_id(OnlyIdOf(kAnna));
  const auto refused = Failure([&] { anna_.Call<Notification>(request); });
  EXPECT_EQ(refused.code(), StatusCode::INVALID_ARGUMENT);
  EXPECT_EQ(refused.reason(), "REQUIRED");
}

TEST_F(InboxServiceTest, AcknowledgesWhatHasEndedInsteadOfSnoozingIt) {
  const auto given = Proto<crm::v1::Deal>("id: 7 responsible_user_id: 2 epoch: 1");
  served_.replica.Deliver(testing::Created(kAccount, given));
  const auto id = OnlyIdOf(kAnna);
  auto taken_away = given;
  taken_away.set_responsible_user_id(kBoris);
  served_.replica.Deliver(testing::Changed(kAccount, given, taken_away, crm::v1::ResourceChange::KIND_REASSIGNED));
  EXPECT_EQ(Snooze(anna_, id, Now() + kSecond).state(), Notification::STATE_ACKNOWLEDGED);
  EXPECT_FALSE(served_.replica.DueOf({kAccount, "snooze", id, kAnna}));
}

TEST_F(InboxServiceTest, ForgetsWhatIsNinetyDaysOldReadOrNot) {
  Tell(kAnna, 1);
  Acknowledge(anna_, OnlyIdOf(kAnna));
  Tell(kAnna, 2);
  auto& db = served_.replica.db;
  Inbox::ForgetOld(db, Now() + 89LL * 86400 * kSecond);
  EXPECT_THAT(Texts(List(anna_)), ElementsAre("2", "1"));
  Inbox::ForgetOld(db, Now() + 91LL * 86400 * kSecond);
  EXPECT_THAT(Texts(List(anna_)), IsEmpty());
}

// However old it is: who put it off has not seen it since.
TEST_F(InboxServiceTest, KeepsWhatIsSnoozedOrHasJustBeenShownAgain) {
  Tell(kAnna, 1);
  auto& db = served_.replica.db;
  const int64_t id = OnlyIdOf(kAnna);
  const int64_t later = Now() + 91LL * 86400 * kSecond;
  db.Execute("UPDATE inbox SET state = ?, snooze_time = ?", Notification::STATE_SNOOZED, later);
  Inbox::ForgetOld(db, later);
  EXPECT_EQ(OnlyIdOf(kAnna), id);
  db.Execute("UPDATE inbox SET state = ?, snooze_time = NULL, shown_time = ?", Notification::STATE_UNREAD, later);
  Inbox::ForgetOld(db, later + 89LL * 86400 * kSecond);
  EXPECT_EQ(OnlyIdOf(kAnna), id);
  Inbox::ForgetOld(db, later + 91LL * 86400 * kSecond);
  EXPECT_THAT(Texts(List(anna_)), IsEmpty());
}

}  // namespace
}  // namespace voronka::notifier
