#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "notifier/recipients/recipients.h"
#include "tests/notifier/eventually.h"
#include "tests/notifier/inquiry_event.h"
#include "tests/notifier/people.h"
#include "tests/notifier/proto_text.h"
#include "tests/notifier/replica.h"
#include "tests/support/changes.h"
#include "voronka/crm/v1/task.pb.h"
#include "voronka/crm/v1/team.pb.h"
#include "voronka/crm/v1/user.pb.h"

namespace voronka::notifier {
namespace {

using crm::v1::Deal;
using crm::v1::Event;
using crm::v1::Inquiry;
using crm::v1::ResourceChange;
using crm::v1::Task;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Property;
using v1::Notification;

constexpr int64_t kHead = 4;
constexpr int64_t kDirector = 5;
constexpr int64_t kAdmin = 6;

// Анна is a manager who has left; Борис is her colleague.
class StandInTest : public ::testing::Test {
 protected:
  StandInTest() {
    DeliverUser(kAnna, "Анна", "ROLE_MANAGER", "state: STATE_DISABLED");
    DeliverUser(kBoris, "Борис", "ROLE_MANAGER");
    DeliverUser(kHead, "Галина", "ROLE_HEAD_OF_SALES");
    DeliverUser(kDirector, "Дарья", "ROLE_DIRECTOR");
    DeliverUser(kAdmin, "Ольга", "ROLE_ADMIN");
  }

  int64_t Now() { return replica_.host.clock.NowMicros(); }

  void Deliver(Event event) {
    *event.mutable_create_time() = Timestamp(Now());
    replica_.Deliver(event);
  }
  void DeliverUser(int64_t id, const std::string& name, const std::string& role,
                   const std::string& rest = "state: STATE_ACTIVE") {
    const auto user = "id: " + std::to_string(id) + " display_name: '" + name + "' role: " + role + " " + rest;
    Deliver(testing::Created(kAccount, Proto<crm::v1::User>(user)));
  }
  void ClientOfAnnaWrites(int64_t responsible = kAnna) {
    auto deal = Proto<Deal>("id: 7");
    deal.set_responsible_user_id(responsible);
    Deliver(InquiryTo(deal, Proto<Inquiry>("id: 11 text: 'Когда?' outcome: OUTCOME_OPEN_DEAL")));
  }
  // Reminds in half a second.
  Task TaskOfAnna() {
    auto task = Proto<Task>(
        "id: 5 text: 'Позвонить' assignee_user_id: 2 state: STATE_OPEN reminders { before { seconds: 600 } }");
    *task.mutable_due_time() = Timestamp(Now() + 600'500'000);
    return task;
  }
  std::vector<Notification> InboxOf(int64_t user_id) { return replica_.InboxOf(kAccount, user_id); }

  Installation installation_;
  Replica replica_{installation_};
};

TEST_F(StandInTest, IsNotifiedOfInquiriesToADisabledUser) {
  ClientOfAnnaWrites();
  EXPECT_THAT(InboxOf(kAnna), IsEmpty());
  EXPECT_THAT(InboxOf(kHead),
              ElementsAre(Property(&Notification::text, "Клиент снова обратился по сделке #7: Когда? (вместо: Анна)")));
}

TEST_F(StandInTest, IsNotifiedForAnInvitedUserUntilTheyCome) {
  DeliverUser(kAnna, "Анна", "ROLE_MANAGER", "state: STATE_INVITED");
  ClientOfAnnaWrites();
  EXPECT_THAT(InboxOf(kAnna), IsEmpty());
  EXPECT_EQ(InboxOf(kHead).size(), 1);
  DeliverUser(kAnna, "Анна", "ROLE_MANAGER");
  Deliver(InquiryTo(Proto<Deal>("id: 7 responsible_user_id: 2"), Proto<Inquiry>("id: 12 outcome: OUTCOME_OPEN_DEAL")));
  EXPECT_EQ(InboxOf(kAnna).size(), 1);
  EXPECT_EQ(InboxOf(kHead).size(), 1);
}

TEST_F(StandInTest, IsTheDeputyFirst) {
  DeliverUser(kAnna, "Анна", "ROLE_MANAGER", "state: STATE_DISABLED deputy_user_id: 3");
  ClientOfAnnaWrites();
  EXPECT_EQ(InboxOf(kBoris).size(), 1);
  EXPECT_THAT(InboxOf(kHead), IsEmpty());
}

TEST_F(StandInTest, IsTheHeadOfTheTeamNext) {
  DeliverUser(kAnna, "Анна", "ROLE_MANAGER", "state: STATE_DISABLED team_id: 9");
  Deliver(testing::Created(kAccount, Proto<crm::v1::Team>("id: 9 head_user_id: 3")));
  ClientOfAnnaWrites();
  EXPECT_EQ(InboxOf(kBoris).size(), 1);
}

TEST_F(StandInTest, IsADirectorOrAdminIfNobodyLeadsSales) {
  DeliverUser(kHead, "Галина", "ROLE_HEAD_OF_SALES", "state: STATE_DISABLED");
  ClientOfAnnaWrites();
  EXPECT_EQ(InboxOf(kDirector).size(), 1);
  DeliverUser(kDirector, "Дарья", "ROLE_DIRECTOR", "state: STATE_DISABLED");
  Deliver(InquiryTo(Proto<Deal>("id: 7 responsible_user_id: 2"), Proto<Inquiry>("id: 12 outcome: OUTCOME_OPEN_DEAL")));
  EXPECT_EQ(InboxOf(kAdmin).size(), 1);
}

TEST_F(StandInTest, ForNobodyIsTheSalesLeader) {
  ClientOfAnnaWrites(0);
  EXPECT_THAT(InboxOf(kHead),
              ElementsAre(Property(&Notification::text, "Клиент снова обратился по сделке #7: Когда?")));
}

TEST_F(StandInTest, IsNotNotifiedWhileTheUserIsActive) {
  ClientOfAnnaWrites(kBoris);
  EXPECT_EQ(InboxOf(kBoris).size(), 1);
  EXPECT_THAT(InboxOf(kHead), IsEmpty());
}

TEST_F(StandInTest, GetsNoOffersOfADisabledUser) {
  const auto offered =
      Proto<Deal>("id: 7 responsible_user_id: 2 offer_attempt: 1 offer_deadline { seconds: 4000000000 }");
  Deliver(testing::Changed(kAccount, Proto<Deal>("id: 7"), offered, ResourceChange::KIND_OFFERED));
  EXPECT_THAT(InboxOf(kHead), IsEmpty());
}

TEST_F(StandInTest, IsRemindedOfTheTasksOfADisabledUser) {
  replica_.timers.Start();
  const auto task = TaskOfAnna();
  Deliver(testing::Created(kAccount, task));
  ASSERT_TRUE(Eventually([&] { return InboxOf(kHead).size() == 1; }));
  EXPECT_EQ(InboxOf(kHead)[0].kind(), Notification::KIND_TASK_REMINDER);
  EXPECT_TRUE(InboxOf(kHead)[0].text().ends_with("Позвонить (вместо: Анна)")) << InboxOf(kHead)[0].text();
}

TEST_F(StandInTest, KeepsWhatTheyWereToldOfATaskUntilItIsAnothers) {
  replica_.timers.Start();
  const auto task = TaskOfAnna();
  Deliver(testing::Created(kAccount, task));
  ASSERT_TRUE(Eventually([&] { return InboxOf(kHead).size() == 1; }));
  auto reworded = task;
  reworded.set_text("Написать");
  Deliver(testing::Changed(kAccount, task, reworded));
  EXPECT_EQ(InboxOf(kHead)[0].state(), Notification::STATE_UNREAD);
  auto boris = reworded;
  boris.set_assignee_user_id(kBoris);
  Deliver(testing::Changed(kAccount, reworded, boris));
  EXPECT_EQ(InboxOf(kHead)[0].state(), Notification::STATE_ACKNOWLEDGED);
}

TEST_F(StandInTest, IsNotifiedOnceOfAnOverdueTaskTheyCreated) {
  replica_.timers.Start();
  Deliver(testing::Created(
      kAccount, Proto<Task>("id: 5 text: 'Позвонить' assignee_user_id: 2 setter_user_id: 4 state: STATE_OPEN "
                            "due_time { seconds: 1000000000 }")));
  ASSERT_TRUE(Eventually([&] { return !replica_.DueOf({kAccount, "overdue", 5}); }));
  EXPECT_THAT(InboxOf(kHead), ElementsAre(Property(&Notification::kind, Notification::KIND_TASK_OVERDUE)));
  EXPECT_THAT(InboxOf(kAnna), IsEmpty());
}

TEST_F(StandInTest, IsNotifiedInTheirOwnLanguage) {
  DeliverUser(kHead, "Galina", "ROLE_HEAD_OF_SALES", "state: STATE_ACTIVE locale: 'en'");
  ClientOfAnnaWrites();
  EXPECT_EQ(InboxOf(kHead).at(0).text(), "The client of deal #7 has written again: Когда? (in place of Анна)");
}

}  // namespace
}  // namespace voronka::notifier
