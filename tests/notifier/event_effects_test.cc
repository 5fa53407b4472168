#include "notifier/events/event_effects.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/notifier/eventually.h"
#include "tests/notifier/proto_text.h"
#include "tests/notifier/replica.h"

namespace voronka::notifier {
namespace {

using crm::v1::Event;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Property;
using ::testing::SizeIs;
using timers::TimerKey;
using v1::Notification;

constexpr int64_t kAccount = 1;
constexpr int64_t kAnna = 2;
constexpr int64_t kBoris = 3;
constexpr int64_t kSecond = 1'000'000;
constexpr int64_t kMinute = 60 * kSecond;

Event InAccount(const std::string& text) {
  auto event = Proto<Event>(text);
  event.set_account_id(kAccount);
  return event;
}

const std::string kAnnaSellsInRussian =
    R"pb(user { after { id: 2 display_name: "Анна" locale: "ru" time_zone: "Europe/Moscow" state: STATE_ACTIVE } })pb";

Event OfferToAnna(int64_t deadline) {
  auto event = InAccount(R"pb(deal {
                                kind: KIND_OFFERED
                                before { id: 7 }
                                after { id: 7 responsible_user_id: 2 offer_attempt: 1 }
                              })pb");
  *event.mutable_deal()->mutable_after()->mutable_offer_deadline() = Timestamp(deadline);
  return event;
}

// Anna's task, created by Boris.
crm::v1::Task Task(int64_t due, const std::string& rest = "") {
  auto task =
      Proto<crm::v1::Task>("id: 5 text: 'Позвонить' assignee_user_id: 2 setter_user_id: 3 state: STATE_OPEN " + rest);
  *task.mutable_due_time() = Timestamp(due);
  return task;
}

class EventEffectsTest : public ::testing::Test {
 protected:
  int64_t Now() { return replica_.host.clock.NowMicros(); }

  Event Changed(const crm::v1::Task& after) {
    auto event = InAccount("");
    *event.mutable_create_time() = Timestamp(Now());
    *event.mutable_task()->mutable_after() = after;
    return event;
  }
  Event Changed(const crm::v1::Task& before, const crm::v1::Task& after) {
    auto event = Changed(after);
    *event.mutable_task()->mutable_before() = before;
    return event;
  }

  std::optional<int64_t> Reminder(int64_t slot) { return replica_.DueOf({kAccount, "reminder", 5, slot}); }
  std::optional<int64_t> Overdue() { return replica_.DueOf({kAccount, "overdue", 5}); }

  Installation installation_;
  Replica replica_{installation_};
};

TEST_F(EventEffectsTest, ADuplicateEventNotifiesOnce) {
  const auto offer = OfferToAnna(Now() + 5 * kMinute);
  replica_.Deliver(offer);
  replica_.Deliver(offer);
  EXPECT_THAT(replica_.InboxOf(kAccount, kAnna), ElementsAre(Property(&Notification::kind, Notification::KIND_OFFER)));
}

TEST_F(EventEffectsTest, ANotificationCarriesTheOffersDeadlineAndDeal) {
  const int64_t deadline = Now() + 5 * kMinute;
  replica_.Deliver(OfferToAnna(deadline));
  const auto told = replica_.InboxOf(kAccount, kAnna).at(0);
  EXPECT_EQ(told.deadline().SerializeAsString(), Timestamp(deadline).SerializeAsString());
  EXPECT_EQ(told.deal_id(), 7);
  EXPECT_EQ(told.state(), Notification::STATE_UNREAD);
  EXPECT_EQ(told.occurrence(), 1);
}

TEST_F(EventEffectsTest, AUserIsNotifiedInTheirLanguage) {
  replica_.Deliver(InAccount("user { after { id: 2 locale: 'en' time_zone: 'UTC' state: STATE_ACTIVE } }"));
  replica_.Deliver(OfferToAnna(At("2040-03-02T09:05:00Z")));
  EXPECT_EQ(replica_.InboxOf(kAccount, kAnna).at(0).text(), "Deal #7 is offered to you, take it by 2 March, 09:05");
}

TEST_F(EventEffectsTest, AUserWithoutALanguageIsNotifiedInTheAccountsLanguage) {
  replica_.Deliver(InAccount("account { after { id: 1 locale: 'en' time_zone: 'Asia/Vladivostok' } }"));
  replica_.Deliver(InAccount("user { after { id: 2 state: STATE_ACTIVE } }"));
  replica_.Deliver(OfferToAnna(At("2040-03-02T09:05:00Z")));
  EXPECT_EQ(replica_.InboxOf(kAccount, kAnna).at(0).text(), "Deal #7 is offered to you, take it by 2 March, 19:05");
}

TEST_F(EventEffectsTest, ADisabledUserIsNotNotified) {
  replica_.Deliver(InAccount("user { after { id: 2 state: STATE_DISABLED } }"));
  replica_.Deliver(OfferToAnna(Now() + 5 * kMinute));
  EXPECT_THAT(replica_.InboxOf(kAccount, kAnna), IsEmpty());
}

TEST_F(EventEffectsTest, AnOfferArmsAWarningThatEndsWithIt) {
  const int64_t deadline = Now() + 5 * kMinute;
  const TimerKey warning{kAccount, "offer_warning", 7, 1};
  auto offer = OfferToAnna(deadline);
  replica_.Deliver(offer);
  EXPECT_EQ(replica_.DueOf(warning), deadline - kMinute);
  auto taken = InAccount("deal { kind: KIND_TAKEN after { id: 7 responsible_user_id: 2 offer_attempt: 1 } }");
  *taken.mutable_deal()->mutable_before() = offer.deal().after();
  replica_.Deliver(taken);
  EXPECT_EQ(replica_.DueOf(warning), std::nullopt);
}

TEST_F(EventEffectsTest, ARenamedDealKeepsItsOfferWarning) {
  const auto offer = OfferToAnna(Now() + 5 * kMinute);
  replica_.Deliver(offer);
  auto renamed = InAccount("deal { kind: KIND_UPDATED }");
  *renamed.mutable_deal()->mutable_before() = offer.deal().after();
  *renamed.mutable_deal()->mutable_after() = offer.deal().after();
  replica_.Deliver(renamed);
  EXPECT_TRUE(replica_.DueOf({kAccount, "offer_warning", 7, 1}));
}

TEST_F(EventEffectsTest, ATaskArmsItsRemindersAndItsOverdueTimer) {
  const int64_t due = Now() + 120 * kMinute;
  replica_.Deliver(Changed(Task(due, "reminders { before { seconds: 60 } before { seconds: 3600 } }")));
  EXPECT_EQ(Reminder(60), due - kMinute);
  EXPECT_EQ(Reminder(3600), due - 60 * kMinute);
  EXPECT_EQ(Overdue(), due);
}

TEST_F(EventEffectsTest, ACompletedTaskHasNoReminders) {
  const auto open = Task(Now() + 120 * kMinute);
  replica_.Deliver(Changed(open));
  auto completed = open;
  completed.set_state(crm::v1::Task::STATE_COMPLETED);
  replica_.Deliver(Changed(open, completed));
  EXPECT_EQ(Reminder(1800), std::nullopt);
  EXPECT_EQ(Overdue(), std::nullopt);
}

TEST_F(EventEffectsTest, ARescheduledTaskMovesItsReminders) {
  const auto open = Task(Now() + 120 * kMinute);
  const int64_t later = Now() + 600 * kMinute;
  replica_.Deliver(Changed(open));
  replica_.Deliver(Changed(open, Task(later)));
  EXPECT_EQ(Reminder(1800), later - 30 * kMinute);
  EXPECT_EQ(Overdue(), later);
}

TEST_F(EventEffectsTest, ARemovedReminderIsCancelled) {
  const int64_t due = Now() + 120 * kMinute;
  const auto two = Task(due, "reminders { before { seconds: 60 } before { seconds: 3600 } }");
  replica_.Deliver(Changed(two));
  replica_.Deliver(Changed(two, Task(due, "reminders { before { seconds: 60 } }")));
  EXPECT_EQ(Reminder(3600), std::nullopt);
  EXPECT_EQ(Reminder(60), due - kMinute);
}

TEST_F(EventEffectsTest, AReminderInThePastComesOnceImmediately) {
  replica_.timers.Start();
  const auto task = Task(Now() + 10 * kMinute);
  replica_.Deliver(Changed(task));
  ASSERT_TRUE(Eventually([&] { return replica_.InboxOf(kAccount, kAnna).size() == 1; }));
  EXPECT_EQ(replica_.InboxOf(kAccount, kAnna)[0].kind(), Notification::KIND_TASK_REMINDER);
  EXPECT_EQ(Reminder(1800), std::nullopt);
  auto reworded = task;
  reworded.set_text("Написать");
  replica_.Deliver(Changed(task, reworded));
  EXPECT_EQ(Reminder(1800), std::nullopt);
}

TEST_F(EventEffectsTest, AReminderComesOnTimeWithTheTask) {
  replica_.timers.Start();
  const int64_t due = Now() + 3600 * kSecond;
  const int64_t moment = Now() + kSecond / 2;
  auto task = Task(due, "deal_id: 7");
  *task.mutable_reminders()->add_before() = google::protobuf::util::TimeUtil::SecondsToDuration(3600);
  *task.mutable_due_time() = Timestamp(moment + 3600 * kSecond);
  replica_.Deliver(Changed(task));
  ASSERT_TRUE(Eventually([&] { return !replica_.InboxOf(kAccount, kAnna).empty(); }));
  const auto reminder = replica_.InboxOf(kAccount, kAnna)[0];
  EXPECT_EQ(reminder.kind(), Notification::KIND_TASK_REMINDER);
  EXPECT_EQ(reminder.task_id(), 5);
  EXPECT_EQ(reminder.deal_id(), 7);
  EXPECT_EQ(reminder.due_time().SerializeAsString(), Timestamp(moment).SerializeAsString());
  EXPECT_GE(google::protobuf::util::TimeUtil::TimestampToMicroseconds(reminder.create_time()), moment);
}

TEST_F(EventEffectsTest, AnOverdueTaskNotifiesTheAssigneeAndTheCreator) {
  replica_.Deliver(InAccount(kAnnaSellsInRussian));
  replica_.timers.Start();
  replica_.Deliver(Changed(Task(At("2020-03-02T09:00:00Z"))));
  ASSERT_TRUE(Eventually([&] { return replica_.InboxOf(kAccount, kBoris).size() == 1; }));
  EXPECT_THAT(replica_.InboxOf(kAccount, kAnna),
              ElementsAre(Property(&Notification::text, "Задача просрочена (срок 2 марта, 12:00): Позвонить")));
  EXPECT_EQ(replica_.InboxOf(kAccount, kBoris)[0].text(), "Задача просрочена (Анна, срок 2 марта, 12:00): Позвонить");
}

TEST_F(EventEffectsTest, AnOverdueTaskOfItsCreatorNotifiesThemOnce) {
  replica_.timers.Start();
  auto own = Task(At("2020-03-02T09:00:00Z"));
  own.set_setter_user_id(kAnna);
  replica_.Deliver(Changed(own));
  ASSERT_TRUE(Eventually([&] { return !Overdue(); }));
  EXPECT_THAT(replica_.InboxOf(kAccount, kAnna), SizeIs(1));
}

TEST_F(EventEffectsTest, ARevokedSessionIsRecorded) {
  replica_.Deliver(InAccount("session_revoked { session { id: 77 user_id: 2 } }"));
  EXPECT_TRUE(replica_.host.revocations.Contains(kAccount, 77));
  EXPECT_FALSE(replica_.host.revocations.Contains(kAccount + 1, 77));
}

TEST_F(EventEffectsTest, AChangeOfRightsIsRecorded) {
  replica_.Deliver(
      InAccount("user { before { id: 2 role: ROLE_ADMIN etag: 4 } after { id: 2 role: ROLE_MANAGER etag: 5 } }"));
  rpc::Caller caller;
  caller.account_id = kAccount;
  caller.user_id = 2;
  caller.session_id = 77;
  caller.user_etag = 4;
  EXPECT_FALSE(replica_.host.revocations.Admits(caller));
  caller.user_etag = 5;
  EXPECT_TRUE(replica_.host.revocations.Admits(caller));
}

TEST_F(EventEffectsTest, TwoReplicasNotifyOnce) {
  Replica other(installation_);
  for (int64_t id = 1; id <= 50; ++id) {
    auto task = Task(Now() + kMinute);
    task.set_id(id);
    replica_.Deliver(Changed(task));
  }
  replica_.timers.Start();
  other.timers.Start();
  ASSERT_TRUE(Eventually([&] { return replica_.InboxOf(kAccount, kAnna).size() >= 50; }));
  replica_.timers.Stop();
  other.timers.Stop();
  EXPECT_THAT(replica_.InboxOf(kAccount, kAnna), SizeIs(50));
}

}  // namespace
}  // namespace voronka::notifier
