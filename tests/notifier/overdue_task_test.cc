#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/notifier/office.h"

namespace voronka::notifier {
namespace {

using ::testing::ElementsAre;
using ::testing::Property;
using ::testing::SizeIs;
using v1::Notification;

class OverdueTask : public Office {};

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

}  // namespace
}  // namespace voronka::notifier
