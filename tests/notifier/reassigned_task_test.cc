#include <gmock/gmock.h>
#include <google/protobuf/util/time_util.h>
#include <gtest/gtest.h>

#include "tests/notifier/office.h"

namespace voronka::notifier {
namespace {

using ::testing::Contains;
using ::testing::IsEmpty;
using ::testing::Property;
using ::testing::SizeIs;
using v1::Notification;

class ReassignedTask : public Office {};

TEST_F(ReassignedTask, ATaskThatPassesToAnotherRemindsOnlyThem) {
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

TEST_F(ReassignedTask, AReminderAlreadyToldIsToldAtOnceToWhoeverGetsTheTask) {
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

TEST_F(ReassignedTask, AnOverdueTaskRemindsNobodyWhoGetsIt) {
  const auto hers = RemindedOf(Task(Now() + kSecond));
  ASSERT_TRUE(Eventually([&] { return !Overdue(); }));
  replica_.Deliver(Changed(hers, AssignedTo(kCarl, hers)));
  EXPECT_EQ(Reminder(1800), std::nullopt);
  EXPECT_THAT(replica_.InboxOf(kAccount, kCarl), IsEmpty());
}

// As when the notifier was down meanwhile.
TEST_F(ReassignedTask, ATaskThatBecameOverdueSinceItPassedToAnotherIsToldToThem) {
  const auto hers = RemindedOf(Task(Now() + kSecond));
  ASSERT_TRUE(Eventually([&] { return !Overdue(); }));
  auto passed_on = Changed(hers, AssignedTo(kCarl, hers));
  using google::protobuf::util::TimeUtil;
  *passed_on.mutable_create_time() = hers.due_time() - TimeUtil::MillisecondsToDuration(1);
  replica_.Deliver(passed_on);
  ASSERT_TRUE(Eventually([&] { return replica_.InboxOf(kAccount, kCarl).size() == 2; }));
  EXPECT_THAT(replica_.InboxOf(kAccount, kCarl),
              Contains(Property(&Notification::kind, Notification::KIND_TASK_OVERDUE)));
  // Whoever set it has been told already.
  EXPECT_THAT(replica_.InboxOf(kAccount, kBoris), SizeIs(1));
}

TEST_F(ReassignedTask, WhatIsToldOfATaskEndsForWhoeverItIsTakenFrom) {
  const auto hers = RemindedOf(Task(Now() + 2 * kSecond));
  ASSERT_TRUE(Eventually([&] { return replica_.InboxOf(kAccount, kAnna).size() == 2; }));
  replica_.Deliver(Changed(hers, AssignedTo(kCarl, hers)));
  for (const auto& told : replica_.InboxOf(kAccount, kAnna)) {
    EXPECT_EQ(told.state(), Notification::STATE_ACKNOWLEDGED) << told.text();
  }
  // Whoever set it still waits for it.
  EXPECT_EQ(OnlyStateOf(kBoris), Notification::STATE_UNREAD);
}

}  // namespace
}  // namespace voronka::notifier
