#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <vector>

#include "notifier/inbox/notify.h"
#include "tests/notifier/office.h"

namespace voronka::notifier {
namespace {

using ::testing::ElementsAre;
using ::testing::Property;
using ::testing::SizeIs;
using v1::Notification;

class OverdueTask : public Office {
 protected:
  // Oldest first.
  std::vector<Notification::State> StatesOfAnnas() {
    std::vector<Notification::State> states;
    for (const auto& told : replica_.InboxOf(kAccount, kAnna)) states.push_back(told.state());
    return states;
  }
};

TEST_F(OverdueTask, AnOverdueTaskNotifiesTheAssigneeAndTheCreator) {
  replica_.Deliver(Hired("id: 2 display_name: 'Анна' locale: 'ru' time_zone: 'Europe/Moscow' state: STATE_ACTIVE"));
  replica_.timers.Start();
  replica_.Deliver(Created(Task(At("2020-03-02T09:00:00Z"))));
  ASSERT_TRUE(Eventually([&] { return replica_.InboxOf(kAccount, kBoris).size() == 1; }));
  EXPECT_THAT(replica_.InboxOf(kAccount, kAnna),
              ElementsAre(Property(&Notification::text, "Задача просрочена (срок 2 марта, 12:00): Позвонить")));
  EXPECT_EQ(replica_.InboxOf(kAccount, kBoris)[0].text(), "Задача просрочена (Анна, срок 2 марта, 12:00): Позвонить");
}

TEST_F(OverdueTask, AnOverdueTaskOfItsCreatorNotifiesThemOnce) {
  replica_.timers.Start();
  auto own = Task(At("2020-03-02T09:00:00Z"));
  own.set_setter_user_id(kAnna);
  replica_.Deliver(Created(own));
  ASSERT_TRUE(Eventually([&] { return !Overdue(); }));
  EXPECT_THAT(replica_.InboxOf(kAccount, kAnna), SizeIs(1));
}

// What waits for whoever comes back is one thing to do, not four.
TEST_F(OverdueTask, OnlyTheLatestOfATaskStaysUnread) {
  RemindedOf(Task(Now() + 10 * kMinute));
  const auto told = [&](int64_t due) {
    return News{.kind = Notification::KIND_TASK_OVERDUE,
                .user_id = kAnna,
                .dedup_key = "overdue/5/1",
                .due = due,
                .task_id = 5,
                .text = "Позвонить"};
  };
  replica_.InTransaction(kAccount, [&](rpc::Session& session) { Notify(session, {told(Now() + 10 * kMinute)}); });
  EXPECT_THAT(StatesOfAnnas(), ElementsAre(Notification::STATE_ACKNOWLEDGED, Notification::STATE_UNREAD));
}

TEST_F(OverdueTask, AReminderThatComesLateStaysReadBesideALaterNotice) {
  const auto told = [&](Notification::Kind kind, int64_t due) {
    return News{.kind = kind, .user_id = kAnna, .dedup_key = fmt::format("{}", due), .due = due, .task_id = 5};
  };
  replica_.InTransaction(kAccount, [&](rpc::Session& session) {
    Notify(session, {told(Notification::KIND_TASK_OVERDUE, Now()),
                     told(Notification::KIND_TASK_REMINDER, Now() - 30 * kMinute)});
  });
  EXPECT_THAT(StatesOfAnnas(), ElementsAre(Notification::STATE_UNREAD, Notification::STATE_ACKNOWLEDGED));
}

TEST_F(OverdueTask, OfAnotherTaskOrUserReplacesNothing) {
  const auto told = [&](int64_t user, int64_t task, int64_t due) {
    return News{.kind = Notification::KIND_TASK_REMINDER,
                .user_id = user,
                .dedup_key = fmt::format("{}/{}", user, task),
                .due = due,
                .task_id = task};
  };
  replica_.InTransaction(kAccount, [&](rpc::Session& session) {
    Notify(session, {told(kAnna, 5, 1), told(kAnna, 6, 2), told(kBoris, 5, 3)});
  });
  EXPECT_THAT(StatesOfAnnas(), ElementsAre(Notification::STATE_UNREAD, Notification::STATE_UNREAD));
  EXPECT_EQ(OnlyStateOf(kBoris), Notification::STATE_UNREAD);
}

// Whoever snoozed it has chosen when it comes.
TEST_F(OverdueTask, ASnoozedReminderIsNotReplaced) {
  RemindedOf(Task(Now() + 10 * kMinute));
  Snooze(kAnna);
  replica_.InTransaction(kAccount, [&](rpc::Session& session) {
    Notify(session, {{.kind = Notification::KIND_TASK_OVERDUE,
                      .user_id = kAnna,
                      .dedup_key = "overdue/5/1",
                      .due = Now() + 10 * kMinute,
                      .task_id = 5}});
  });
  EXPECT_THAT(StatesOfAnnas(), ElementsAre(Notification::STATE_SNOOZED, Notification::STATE_UNREAD));
}

}  // namespace
}  // namespace voronka::notifier
