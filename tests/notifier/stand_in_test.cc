#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "notifier/recipients/recipients.h"
#include "tests/notifier/eventually.h"
#include "tests/notifier/proto_text.h"
#include "tests/notifier/replica.h"

namespace voronka::notifier {
namespace {

using crm::v1::Event;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Property;
using v1::Notification;

constexpr int64_t kAccount = 1;
constexpr int64_t kAnna = 2;
constexpr int64_t kBoris = 3;
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

  void Deliver(const std::string& text) {
    auto event = Proto<Event>(text);
    event.set_account_id(kAccount);
    *event.mutable_create_time() = Timestamp(replica_.host.clock.NowMicros());
    replica_.Deliver(event);
  }
  void DeliverUser(int64_t id, const std::string& name, const std::string& role,
                   const std::string& rest = "state: STATE_ACTIVE") {
    Deliver("user { after { id: " + std::to_string(id) + " display_name: '" + name + "' role: " + role + " " + rest +
            " } }");
  }
  void ClientOfAnnaWrites(int64_t responsible = kAnna) {
    Deliver(
        "inquiry { inquiry { id: 11 text: 'Когда?' } outcome: OUTCOME_OPEN_DEAL deal { id: 7 responsible_user_id: " +
        std::to_string(responsible) + " } }");
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

TEST_F(StandInTest, IsTheDeputyFirst) {
  DeliverUser(kAnna, "Анна", "ROLE_MANAGER", "state: STATE_DISABLED deputy_user_id: 3");
  ClientOfAnnaWrites();
  EXPECT_EQ(InboxOf(kBoris).size(), 1);
  EXPECT_THAT(InboxOf(kHead), IsEmpty());
}

TEST_F(StandInTest, IsTheHeadOfTheTeamNext) {
  DeliverUser(kAnna, "Анна", "ROLE_MANAGER", "state: STATE_DISABLED team_id: 9");
  Deliver("team { after { id: 9 head_user_id: 3 } }");
  ClientOfAnnaWrites();
  EXPECT_EQ(InboxOf(kBoris).size(), 1);
}

TEST_F(StandInTest, IsADirectorOrAdminIfNobodyLeadsSales) {
  DeliverUser(kHead, "Галина", "ROLE_HEAD_OF_SALES", "state: STATE_DISABLED");
  ClientOfAnnaWrites();
  EXPECT_EQ(InboxOf(kDirector).size(), 1);
  DeliverUser(kDirector, "Дарья", "ROLE_DIRECTOR", "state: STATE_DISABLED");
  Deliver("inquiry { inquiry { id: 12 } outcome: OUTCOME_OPEN_DEAL deal { id: 7 responsible_user_id: 2 } }");
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
  Deliver(
      "deal { kind: KIND_OFFERED after { id: 7 responsible_user_id: 2 offer_attempt: 1 "
      "offer_deadline { seconds: 4000000000 } } }");
  EXPECT_THAT(InboxOf(kHead), IsEmpty());
}

TEST_F(StandInTest, IsRemindedOfTheTasksOfADisabledUser) {
  replica_.timers.Start();
  const int64_t now = replica_.host.clock.NowMicros();
  auto event =
      Proto<Event>("account_id: 1 task { after { id: 5 text: 'Позвонить' assignee_user_id: 2 state: STATE_OPEN } }");
  *event.mutable_create_time() = Timestamp(now);
  *event.mutable_task()->mutable_after()->mutable_due_time() = Timestamp(now + 600'000'000);
  replica_.Deliver(event);
  ASSERT_TRUE(Eventually([&] { return InboxOf(kHead).size() == 1; }));
  EXPECT_EQ(InboxOf(kHead)[0].kind(), Notification::KIND_TASK_REMINDER);
  EXPECT_TRUE(InboxOf(kHead)[0].text().ends_with("Позвонить (вместо: Анна)")) << InboxOf(kHead)[0].text();
}

TEST_F(StandInTest, IsNotifiedOnceOfAnOverdueTaskTheyCreated) {
  replica_.timers.Start();
  Deliver(
      "task { after { id: 5 text: 'Позвонить' assignee_user_id: 2 setter_user_id: 4 state: STATE_OPEN "
      "due_time { seconds: 1000000000 } } }");
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
