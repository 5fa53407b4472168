#include "notifier/reminders/task_reminders.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/notifier/office.h"

namespace voronka::notifier {
namespace {

using crm::v1::Event;
using ::testing::SizeIs;
using v1::Notification;

class Reminders : public Office {};

TEST_F(Reminders, ATaskArmsItsRemindersAndItsOverdueTimer) {
  const int64_t due = Now() + 120 * kMinute;
  replica_.Deliver(Created(Task(due, "reminders { before { seconds: 60 } before { seconds: 3600 } }")));
  EXPECT_EQ(Reminder(60), due - kMinute);
  EXPECT_EQ(Reminder(3600), due - 60 * kMinute);
  EXPECT_EQ(Overdue(), due);
}

TEST_F(Reminders, ACompletedTaskHasNoReminders) {
  const auto open = Task(Now() + 120 * kMinute);
  replica_.Deliver(Created(open));
  auto completed = open;
  completed.set_state(crm::v1::Task::STATE_COMPLETED);
  replica_.Deliver(Changed(open, completed));
  EXPECT_EQ(Reminder(1800), std::nullopt);
  EXPECT_EQ(Overdue(), std::nullopt);
}

TEST_F(Reminders, ARescheduledTaskMovesItsReminders) {
  const auto open = Task(Now() + 120 * kMinute);
  const int64_t later = Now() + 600 * kMinute;
  replica_.Deliver(Created(open));
  replica_.Deliver(Changed(open, Task(later)));
  EXPECT_EQ(Reminder(1800), later - 30 * kMinute);
  EXPECT_EQ(Overdue(), later);
}

TEST_F(Reminders, ARemovedReminderIsCancelled) {
  const int64_t due = Now() + 120 * kMinute;
  const auto two = Task(due, "reminders { before { seconds: 60 } before { seconds: 3600 } }");
  replica_.Deliver(Created(two));
  replica_.Deliver(Changed(two, Task(due, "reminders { before { seconds: 60 } }")));
  EXPECT_EQ(Reminder(3600), std::nullopt);
  EXPECT_EQ(Reminder(60), due - kMinute);
}

TEST_F(Reminders, AReminderThatWasPastWhenTheTaskWasSetComesHalfway) {
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

TEST_F(Reminders, ARewordedTaskRemindsInItsNewWords) {
  const auto task = Task(Now() + 2 * kSecond);
  auto reworded = task;
  reworded.set_text("Написать");
  replica_.Deliver(Created(task));
  replica_.Deliver(Changed(task, reworded));
  replica_.timers.Start();
  ASSERT_TRUE(Eventually([&] { return !replica_.InboxOf(kAccount, kAnna).empty(); }));
  EXPECT_THAT(replica_.InboxOf(kAccount, kAnna)[0].text(), ::testing::EndsWith("Написать"));
}

TEST_F(Reminders, AReminderComesOnce) {
  const auto task = RemindedOf(Task(Now() + 10 * kMinute));
  EXPECT_EQ(replica_.InboxOf(kAccount, kAnna)[0].kind(), Notification::KIND_TASK_REMINDER);
  EXPECT_EQ(Reminder(1800), std::nullopt);
  auto reworded = task;
  reworded.set_text("Написать");
  replica_.Deliver(Changed(task, reworded));
  EXPECT_EQ(Reminder(1800), std::nullopt);
}

TEST_F(Reminders, AReminderComesOnTimeWithTheTask) {
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

TEST_F(Reminders, AReminderMovedOntoAMomentAlreadyToldComes) {
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

TEST_F(Reminders, TwoReplicasNotifyOnce) {
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
