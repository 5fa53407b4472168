#include "notifier/events/event_effects.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/notifier/eventually.h"
#include "tests/notifier/proto_text.h"
#include "tests/notifier/replica.h"
#include "tests/support/changes.h"
#include "voronka/crm/v1/account.pb.h"
#include "voronka/crm/v1/contact.pb.h"
#include "voronka/crm/v1/deal.pb.h"
#include "voronka/crm/v1/session.pb.h"
#include "voronka/crm/v1/task.pb.h"
#include "voronka/crm/v1/user.pb.h"

namespace voronka::notifier {
namespace {

using crm::v1::Deal;
using crm::v1::Event;
using crm::v1::ResourceChange;
using crm::v1::User;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Property;
using ::testing::SizeIs;
using timers::TimerKey;
using v1::Notification;

constexpr int64_t kAccount = 1;
constexpr int64_t kAnna = 2;
constexpr int64_t kBoris = 3;
constexpr int64_t kCarl = 4;
constexpr int64_t kSecond = 1'000'000;
constexpr int64_t kMinute = 60 * kSecond;

Event Hired(const std::string& user) { return testing::Created(kAccount, Proto<User>(user)); }

Deal OnOfferToAnna(int64_t deadline) {
  auto deal = Proto<Deal>("id: 7 responsible_user_id: 2 offer_attempt: 1");
  *deal.mutable_offer_deadline() = Timestamp(deadline);
  return deal;
}

Event OfferToAnna(int64_t deadline) {
  return testing::Changed(kAccount, Proto<Deal>("id: 7"), OnOfferToAnna(deadline), ResourceChange::KIND_OFFERED);
}

// Anna's task, created by Boris.
crm::v1::Task Task(int64_t due, const std::string& rest = "") {
  auto task =
      Proto<crm::v1::Task>("id: 5 text: 'Позвонить' assignee_user_id: 2 setter_user_id: 3 state: STATE_OPEN " + rest);
  *task.mutable_due_time() = Timestamp(due);
  return task;
}

int64_t DueOf(const crm::v1::Task& task) {
  return google::protobuf::util::TimeUtil::TimestampToMicroseconds(task.due_time());
}

crm::v1::Task AssignedTo(int64_t user_id, crm::v1::Task task) {
  task.set_assignee_user_id(user_id);
  return task;
}

class EventEffectsTest : public ::testing::Test {
 protected:
  int64_t Now() { return replica_.host.clock.NowMicros(); }

  Event JustNow(Event event) {
    *event.mutable_create_time() = Timestamp(Now());
    return event;
  }
  Event Created(const crm::v1::Task& task) { return JustNow(testing::Created(kAccount, task)); }
  Event Changed(const crm::v1::Task& before, const crm::v1::Task& after) {
    return JustNow(testing::Changed(kAccount, before, after));
  }

  std::optional<int64_t> Reminder(int64_t slot) { return replica_.DueOf({kAccount, "reminder", 5, slot}); }
  std::optional<int64_t> Overdue() { return replica_.DueOf({kAccount, "overdue", 5}); }

  // As if the task had been set so long ago that it was to remind before now.
  Event SetBeforeItsReminder(const crm::v1::Task& task) {
    auto event = testing::Created(kAccount, task);
    *event.mutable_create_time() = Timestamp(DueOf(task) - 31 * kMinute);
    return event;
  }
  // The task, once Anna has been reminded of it.
  crm::v1::Task RemindedOf(const crm::v1::Task& task) {
    replica_.timers.Start();
    replica_.Deliver(SetBeforeItsReminder(task));
    EXPECT_TRUE(Eventually([&] { return !replica_.InboxOf(kAccount, kAnna).empty(); }));
    return task;
  }

  // The user's only notification, for an hour.
  void Snooze(int64_t user_id) {
    const int64_t id = replica_.InboxOf(kAccount, user_id).at(0).id();
    replica_.InTransaction(kAccount,
                           [&](rpc::Session& session) { Inbox(session, user_id).Snooze(id, Now() + 60 * kMinute); });
  }
  // Anna's, of the deal.
  Notification::State OfferOf(int64_t deal_id) {
    for (const auto& told : replica_.InboxOf(kAccount, kAnna)) {
      if (told.deal_id() == deal_id && told.kind() == Notification::KIND_OFFER) return told.state();
    }
    return Notification::STATE_UNSPECIFIED;
  }
  Notification::State OnlyStateOf(int64_t user_id) { return replica_.InboxOf(kAccount, user_id).at(0).state(); }

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
  replica_.Deliver(Hired("id: 2 locale: 'en' time_zone: 'UTC' state: STATE_ACTIVE"));
  replica_.Deliver(OfferToAnna(At("2040-03-02T09:05:00Z")));
  EXPECT_EQ(replica_.InboxOf(kAccount, kAnna).at(0).text(), "New inquiry for you: deal #7, take it by 2 March, 09:05");
}

TEST_F(EventEffectsTest, AUserWithoutALanguageIsNotifiedInTheAccountsLanguage) {
  replica_.Deliver(
      testing::Created(kAccount, Proto<crm::v1::Account>("id: 1 locale: 'en' time_zone: 'Asia/Vladivostok'")));
  replica_.Deliver(Hired("id: 2 state: STATE_ACTIVE"));
  replica_.Deliver(OfferToAnna(At("2040-03-02T09:05:00Z")));
  EXPECT_EQ(replica_.InboxOf(kAccount, kAnna).at(0).text(), "New inquiry for you: deal #7, take it by 2 March, 19:05");
}

TEST_F(EventEffectsTest, ADisabledUserIsNotNotified) {
  replica_.Deliver(Hired("id: 2 state: STATE_DISABLED"));
  replica_.Deliver(OfferToAnna(Now() + 5 * kMinute));
  EXPECT_THAT(replica_.InboxOf(kAccount, kAnna), IsEmpty());
}

TEST_F(EventEffectsTest, AnOfferArmsAWarningThatEndsWithIt) {
  const int64_t deadline = Now() + 5 * kMinute;
  const TimerKey warning{kAccount, "offer_warning", 7, 1};
  replica_.Deliver(OfferToAnna(deadline));
  EXPECT_EQ(replica_.DueOf(warning), deadline - kMinute);
  auto taken = OnOfferToAnna(deadline);
  taken.clear_offer_deadline();
  replica_.Deliver(testing::Changed(kAccount, OnOfferToAnna(deadline), taken, ResourceChange::KIND_TAKEN));
  EXPECT_EQ(replica_.DueOf(warning), std::nullopt);
}

TEST_F(EventEffectsTest, AWarningCallsAnUnnamedDealByItsClientAsTheOfferDid) {
  auto offer = OfferToAnna(Now() + kMinute + kSecond);
  offer.mutable_change()->mutable_subject()->PackFrom(Proto<crm::v1::Contact>("id: 9 name: 'Пётр'"));
  replica_.timers.Start();
  replica_.Deliver(offer);
  ASSERT_TRUE(Eventually([&] { return replica_.InboxOf(kAccount, kAnna).size() == 2; }));
  for (const auto& told : replica_.InboxOf(kAccount, kAnna)) {
    EXPECT_THAT(told.text(), ::testing::HasSubstr("«Пётр»"));
  }
}

TEST_F(EventEffectsTest, ARenamedDealKeepsItsOfferWarning) {
  const int64_t deadline = Now() + 5 * kMinute;
  replica_.Deliver(OfferToAnna(deadline));
  auto renamed = OnOfferToAnna(deadline);
  renamed.set_name("Кирпич");
  replica_.Deliver(testing::Changed(kAccount, OnOfferToAnna(deadline), renamed));
  EXPECT_TRUE(replica_.DueOf({kAccount, "offer_warning", 7, 1}));
}

TEST_F(EventEffectsTest, ATaskArmsItsRemindersAndItsOverdueTimer) {
  const int64_t due = Now() + 120 * kMinute;
  replica_.Deliver(Created(Task(due, "reminders { before { seconds: 60 } before { seconds: 3600 } }")));
  EXPECT_EQ(Reminder(60), due - kMinute);
  EXPECT_EQ(Reminder(3600), due - 60 * kMinute);
  EXPECT_EQ(Overdue(), due);
}

TEST_F(EventEffectsTest, ACompletedTaskHasNoReminders) {
  const auto open = Task(Now() + 120 * kMinute);
  replica_.Deliver(Created(open));
  auto completed = open;
  completed.set_state(crm::v1::Task::STATE_COMPLETED);
  replica_.Deliver(Changed(open, completed));
  EXPECT_EQ(Reminder(1800), std::nullopt);
  EXPECT_EQ(Overdue(), std::nullopt);
}

TEST_F(EventEffectsTest, ARescheduledTaskMovesItsReminders) {
  const auto open = Task(Now() + 120 * kMinute);
  const int64_t later = Now() + 600 * kMinute;
  replica_.Deliver(Created(open));
  replica_.Deliver(Changed(open, Task(later)));
  EXPECT_EQ(Reminder(1800), later - 30 * kMinute);
  EXPECT_EQ(Overdue(), later);
}

TEST_F(EventEffectsTest, ATaskThatPassesToAnotherRemindsOnlyThem) {
  const auto hers = Task(Now() + 30 * kMinute + kSecond);
  auto his = hers;
  his.set_assignee_user_id(kBoris);
  replica_.Deliver(Created(hers));
  replica_.Deliver(Changed(hers, his));
  replica_.timers.Start();
  ASSERT_TRUE(Eventually([&] { return replica_.InboxOf(kAccount, kBoris).size() == 1; }));
  EXPECT_EQ(replica_.InboxOf(kAccount, kBoris)[0].kind(), Notification::KIND_TASK_REMINDER);
  EXPECT_THAT(replica_.InboxOf(kAccount, kAnna), SizeIs(0));
}

TEST_F(EventEffectsTest, AReminderAlreadyToldIsToldAtOnceToWhoeverGetsTheTask) {
  const auto hers = RemindedOf(Task(Now() + 10 * kMinute));
  Snooze(kAnna);
  const auto his = AssignedTo(kBoris, hers);
  replica_.Deliver(Changed(hers, his));
  replica_.Deliver(Changed(hers, his));
  ASSERT_TRUE(Eventually([&] { return !Reminder(1800); }));
  ASSERT_THAT(replica_.InboxOf(kAccount, kBoris), SizeIs(1));
  EXPECT_EQ(replica_.InboxOf(kAccount, kBoris)[0].kind(), Notification::KIND_TASK_REMINDER);
  // Nor does it ring for Anna when her snooze is over.
  EXPECT_EQ(OnlyStateOf(kAnna), Notification::STATE_ACKNOWLEDGED);
  auto reworded = his;
  reworded.set_text("Написать");
  replica_.Deliver(Changed(his, reworded));
  EXPECT_EQ(Reminder(1800), std::nullopt);
  EXPECT_EQ(OnlyStateOf(kBoris), Notification::STATE_UNREAD);
}

TEST_F(EventEffectsTest, AnOverdueTaskRemindsNobodyWhoGetsIt) {
  const auto hers = RemindedOf(Task(Now() + kSecond));
  ASSERT_TRUE(Eventually([&] { return !Overdue(); }));
  replica_.Deliver(Changed(hers, AssignedTo(kCarl, hers)));
  EXPECT_EQ(Reminder(1800), std::nullopt);
  EXPECT_THAT(replica_.InboxOf(kAccount, kCarl), IsEmpty());
}

TEST_F(EventEffectsTest, WhatIsToldOfATaskEndsForWhoeverItIsTakenFrom) {
  const auto hers = RemindedOf(Task(Now() + 2 * kSecond));
  ASSERT_TRUE(Eventually([&] { return replica_.InboxOf(kAccount, kAnna).size() == 2; }));
  replica_.Deliver(Changed(hers, AssignedTo(kCarl, hers)));
  for (const auto& told : replica_.InboxOf(kAccount, kAnna)) {
    EXPECT_EQ(told.state(), Notification::STATE_ACKNOWLEDGED) << told.text();
  }
  // Whoever set it still waits for it.
  EXPECT_EQ(OnlyStateOf(kBoris), Notification::STATE_UNREAD);
}

TEST_F(EventEffectsTest, ARemovedReminderIsCancelled) {
  const int64_t due = Now() + 120 * kMinute;
  const auto two = Task(due, "reminders { before { seconds: 60 } before { seconds: 3600 } }");
  replica_.Deliver(Created(two));
  replica_.Deliver(Changed(two, Task(due, "reminders { before { seconds: 60 } }")));
  EXPECT_EQ(Reminder(3600), std::nullopt);
  EXPECT_EQ(Reminder(60), due - kMinute);
}

TEST_F(EventEffectsTest, AReminderThatWasPastWhenTheTaskWasSetComesHalfway) {
  const int64_t due = Now() + 10 * kMinute;
  const auto created = Created(Task(due));
  replica_.Deliver(created);
  const int64_t set = google::protobuf::util::TimeUtil::TimestampToMicroseconds(created.create_time());
  EXPECT_EQ(Reminder(1800), set + (due - set) / 2);
  auto reworded = Task(due);
  reworded.set_text("Написать");
  replica_.Deliver(Changed(Task(due), reworded));
  EXPECT_EQ(Reminder(1800), set + (due - set) / 2);
}

TEST_F(EventEffectsTest, ARewordedTaskRemindsInItsNewWords) {
  const auto task = Task(Now() + 2 * kSecond);
  auto reworded = task;
  reworded.set_text("Написать");
  replica_.Deliver(Created(task));
  replica_.Deliver(Changed(task, reworded));
  replica_.timers.Start();
  ASSERT_TRUE(Eventually([&] { return !replica_.InboxOf(kAccount, kAnna).empty(); }));
  EXPECT_THAT(replica_.InboxOf(kAccount, kAnna)[0].text(), ::testing::EndsWith("Написать"));
}

TEST_F(EventEffectsTest, AReminderComesOnce) {
  const auto task = RemindedOf(Task(Now() + 10 * kMinute));
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
  replica_.Deliver(Created(task));
  ASSERT_TRUE(Eventually([&] { return !replica_.InboxOf(kAccount, kAnna).empty(); }));
  const auto reminder = replica_.InboxOf(kAccount, kAnna)[0];
  EXPECT_EQ(reminder.kind(), Notification::KIND_TASK_REMINDER);
  EXPECT_EQ(reminder.task_id(), 5);
  EXPECT_EQ(reminder.deal_id(), 7);
  EXPECT_EQ(reminder.due_time().SerializeAsString(), Timestamp(moment).SerializeAsString());
  EXPECT_GE(google::protobuf::util::TimeUtil::TimestampToMicroseconds(reminder.create_time()), moment);
}

TEST_F(EventEffectsTest, AReminderMovedOntoAMomentAlreadyToldComes) {
  replica_.timers.Start();
  const auto set = [](int64_t due) { return Task(due, "reminders { before { seconds: 60 } before { seconds: 30 } }"); };
  const auto at = [](int64_t moment, Event event) {
    *event.mutable_create_time() = Timestamp(moment);
    return event;
  };
  // It was set two minutes before it was due, and moved half a minute nearer just before its first reminder, which was
  // faster than the news of that.
  const int64_t told = Now() - kSecond;
  const auto first = set(told + kMinute);
  const auto moved = set(told + 30 * kSecond);
  const auto move = at(told - kSecond / 2, testing::Changed(kAccount, first, moved));
  replica_.Deliver(at(told - kMinute, testing::Created(kAccount, first)));
  ASSERT_TRUE(Eventually([&] { return replica_.InboxOf(kAccount, kAnna).size() == 1; }));
  replica_.Deliver(move);
  replica_.Deliver(move);
  ASSERT_TRUE(Eventually([&] { return replica_.InboxOf(kAccount, kAnna).size() == 2; }));
  ASSERT_TRUE(Eventually([&] { return !Reminder(30); }));
  const auto inbox = replica_.InboxOf(kAccount, kAnna);
  ASSERT_THAT(inbox, SizeIs(2));
  EXPECT_EQ(inbox[0].due_time().SerializeAsString(), inbox[1].due_time().SerializeAsString());
  EXPECT_EQ(inbox[1].deadline().SerializeAsString(), moved.due_time().SerializeAsString());
}

TEST_F(EventEffectsTest, ASnoozedReminderEndsWithItsTask) {
  const auto open = RemindedOf(Task(Now() + 10 * kMinute));
  auto completed = open;
  completed.set_state(crm::v1::Task::STATE_COMPLETED);
  Snooze(kAnna);
  replica_.Deliver(Changed(open, completed));
  EXPECT_EQ(OnlyStateOf(kAnna), Notification::STATE_ACKNOWLEDGED);
}

TEST_F(EventEffectsTest, ASnoozedReminderEndsWhenItsTaskIsMoved) {
  const auto open = RemindedOf(Task(Now() + 10 * kMinute));
  Snooze(kAnna);
  replica_.Deliver(Changed(open, Task(Now() + 600 * kMinute)));
  EXPECT_EQ(OnlyStateOf(kAnna), Notification::STATE_ACKNOWLEDGED);
}

TEST_F(EventEffectsTest, ASnoozedReminderStaysWhenItsTaskIsReworded) {
  const auto open = RemindedOf(Task(Now() + 10 * kMinute));
  auto reworded = open;
  reworded.set_text("Написать");
  Snooze(kAnna);
  replica_.Deliver(Changed(open, reworded));
  EXPECT_EQ(OnlyStateOf(kAnna), Notification::STATE_SNOOZED);
}

// Every client counts what is unread, and none can tell that there is nothing to do any more.
TEST_F(EventEffectsTest, AnUnreadReminderIsAcknowledgedWithItsTask) {
  const auto open = RemindedOf(Task(Now() + 10 * kMinute));
  auto completed = open;
  completed.set_state(crm::v1::Task::STATE_COMPLETED);
  replica_.Deliver(Changed(open, completed));
  EXPECT_EQ(OnlyStateOf(kAnna), Notification::STATE_ACKNOWLEDGED);
}

TEST_F(EventEffectsTest, AnUnreadOverdueNoticeIsAcknowledgedWhenItsTaskIsMoved) {
  replica_.timers.Start();
  const auto overdue = Task(At("2020-03-02T09:00:00Z"));
  replica_.Deliver(Created(overdue));
  ASSERT_TRUE(Eventually([&] { return replica_.InboxOf(kAccount, kBoris).size() == 1; }));
  replica_.Deliver(Changed(overdue, Task(Now() + 600 * kMinute)));
  EXPECT_EQ(OnlyStateOf(kAnna), Notification::STATE_ACKNOWLEDGED);
  EXPECT_EQ(OnlyStateOf(kBoris), Notification::STATE_ACKNOWLEDGED);
}

TEST_F(EventEffectsTest, AnUnreadReminderStaysUnreadWhenItsTaskIsReworded) {
  const auto open = RemindedOf(Task(Now() + 10 * kMinute));
  auto reworded = open;
  reworded.set_text("Написать");
  replica_.Deliver(Changed(open, reworded));
  EXPECT_EQ(OnlyStateOf(kAnna), Notification::STATE_UNREAD);
}

TEST_F(EventEffectsTest, ASnoozedOfferEndsWithTheOffer) {
  const auto offered = OnOfferToAnna(Now() + 5 * kMinute);
  replica_.Deliver(OfferToAnna(Now() + 5 * kMinute));
  Snooze(kAnna);
  auto reclaimed = Proto<Deal>("id: 7 offer_attempt: 1");
  replica_.Deliver(testing::Changed(kAccount, offered, reclaimed, ResourceChange::KIND_RECLAIMED));
  const auto inbox = replica_.InboxOf(kAccount, kAnna);
  ASSERT_THAT(inbox, SizeIs(2));
  EXPECT_EQ(inbox[0].state(), Notification::STATE_ACKNOWLEDGED);
  EXPECT_EQ(inbox[1].kind(), Notification::KIND_OFFER_LOST);
  EXPECT_EQ(inbox[1].state(), Notification::STATE_UNREAD);
}

// Every client counts what is unread, and none can tell that there is nothing to take any more.
TEST_F(EventEffectsTest, AnUnreadOfferIsAcknowledgedWhenItIsOver) {
  const auto offered = OnOfferToAnna(Now() + 5 * kMinute);
  const std::vector<std::pair<ResourceChange::Kind, std::string>> ends = {
      {ResourceChange::KIND_TAKEN, "id: 7 responsible_user_id: 2 offer_attempt: 1"},
      {ResourceChange::KIND_MOVED, "id: 7 responsible_user_id: 2 offer_attempt: 1 stage: 'accepted'"},
      {ResourceChange::KIND_DECLINED, "id: 7 offer_attempt: 1"},
      {ResourceChange::KIND_RECLAIMED, "id: 7 offer_attempt: 1"},
      {ResourceChange::KIND_REASSIGNED, "id: 7 responsible_user_id: 3 offer_attempt: 1"}};
  int64_t deal_id = 7;
  for (const auto& [kind, after] : ends) {
    auto before = offered;
    auto over = Proto<Deal>(after);
    before.set_id(++deal_id);
    over.set_id(deal_id);
    auto unowned = Deal();
    unowned.set_id(deal_id);
    replica_.Deliver(testing::Changed(kAccount, unowned, before, ResourceChange::KIND_OFFERED));
    EXPECT_EQ(OfferOf(deal_id), Notification::STATE_UNREAD);
    replica_.Deliver(testing::Changed(kAccount, before, over, kind));
    EXPECT_EQ(OfferOf(deal_id), Notification::STATE_ACKNOWLEDGED) << ResourceChange::Kind_Name(kind);
  }
}

TEST_F(EventEffectsTest, AnUnreadWarningIsAcknowledgedWithItsOffer) {
  const auto offered = OnOfferToAnna(Now() + kMinute);
  replica_.InTransaction(kAccount, [](rpc::Session& session) {
    Inbox(session, kAnna).Add("offer_warning/7/1", Proto<Notification>("kind: KIND_OFFER_WARNING deal_id: 7"));
  });
  replica_.Deliver(
      testing::Changed(kAccount, offered, Proto<Deal>("id: 7 offer_attempt: 1"), ResourceChange::KIND_DECLINED));
  EXPECT_EQ(OnlyStateOf(kAnna), Notification::STATE_ACKNOWLEDGED);
}

TEST_F(EventEffectsTest, AnUnreadOfferStaysUnreadWhenItsDealIsRenamed) {
  const auto offered = OnOfferToAnna(Now() + 5 * kMinute);
  replica_.Deliver(OfferToAnna(Now() + 5 * kMinute));
  auto renamed = offered;
  renamed.set_name("Кирпич");
  replica_.Deliver(testing::Changed(kAccount, offered, renamed));
  EXPECT_EQ(OnlyStateOf(kAnna), Notification::STATE_UNREAD);
}

TEST_F(EventEffectsTest, ASnoozedNotificationOfADealEndsWhenTheDealIsAnothers) {
  const auto annas = Proto<Deal>("id: 7 responsible_user_id: 2 epoch: 1");
  replica_.Deliver(testing::Created(kAccount, annas));
  Snooze(kAnna);
  const auto moved = Proto<Deal>("id: 7 responsible_user_id: 2 epoch: 2 stage: 'won'");
  replica_.Deliver(testing::Changed(kAccount, annas, moved, ResourceChange::KIND_MOVED));
  EXPECT_EQ(OnlyStateOf(kAnna), Notification::STATE_SNOOZED);
  const auto boris = Proto<Deal>("id: 7 responsible_user_id: 3 epoch: 3 stage: 'won'");
  replica_.Deliver(testing::Changed(kAccount, moved, boris, ResourceChange::KIND_REASSIGNED));
  EXPECT_EQ(OnlyStateOf(kAnna), Notification::STATE_ACKNOWLEDGED);
  EXPECT_EQ(OnlyStateOf(kBoris), Notification::STATE_UNREAD);
}

TEST_F(EventEffectsTest, AnOverdueTaskNotifiesTheAssigneeAndTheCreator) {
  replica_.Deliver(Hired("id: 2 display_name: 'Анна' locale: 'ru' time_zone: 'Europe/Moscow' state: STATE_ACTIVE"));
  replica_.timers.Start();
  replica_.Deliver(Created(Task(At("2020-03-02T09:00:00Z"))));
  ASSERT_TRUE(Eventually([&] { return replica_.InboxOf(kAccount, kBoris).size() == 1; }));
  EXPECT_THAT(replica_.InboxOf(kAccount, kAnna),
              ElementsAre(Property(&Notification::text, "Задача просрочена (срок 2 марта, 12:00): Позвонить")));
  EXPECT_EQ(replica_.InboxOf(kAccount, kBoris)[0].text(), "Задача просрочена (Анна, срок 2 марта, 12:00): Позвонить");
}

TEST_F(EventEffectsTest, AnOverdueTaskOfItsCreatorNotifiesThemOnce) {
  replica_.timers.Start();
  auto own = Task(At("2020-03-02T09:00:00Z"));
  own.set_setter_user_id(kAnna);
  replica_.Deliver(Created(own));
  ASSERT_TRUE(Eventually([&] { return !Overdue(); }));
  EXPECT_THAT(replica_.InboxOf(kAccount, kAnna), SizeIs(1));
}

TEST_F(EventEffectsTest, ARevokedSessionIsRecorded) {
  replica_.Deliver(testing::Changed(kAccount, Proto<crm::v1::Session>("id: 77 user_id: 2"),
                                    Proto<crm::v1::Session>("id: 77 user_id: 2 revoke_time { seconds: 100 }"),
                                    ResourceChange::KIND_DELETED));
  EXPECT_TRUE(replica_.host.revocations.Contains(kAccount, 77));
  EXPECT_FALSE(replica_.host.revocations.Contains(kAccount + 1, 77));
}

TEST_F(EventEffectsTest, AChangeOfRightsIsRecorded) {
  replica_.Deliver(testing::Changed(kAccount, Proto<User>("id: 2 role: ROLE_ADMIN etag: 4"),
                                    Proto<User>("id: 2 role: ROLE_MANAGER etag: 5")));
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
    replica_.Deliver(SetBeforeItsReminder(task));
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
