#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "event_consumer/consumer.h"
#include "notifier/events/resync.h"
#include "notifier/recipients/recipients.h"
#include "tests/notifier/eventually.h"
#include "tests/notifier/fake_crm.h"
#include "tests/notifier/inquiry_event.h"
#include "tests/notifier/people.h"
#include "tests/notifier/proto_text.h"
#include "tests/notifier/replica.h"
#include "tests/support/changes.h"

namespace voronka::notifier {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Property;
using ::testing::SizeIs;
using v1::Notification;

// A replica that follows the fake crm_service.
struct FollowingReplica {
  FollowingReplica(const Installation& installation, const client::Endpoints& crm)
      : replica(installation),
        services(crm, "notifier", installation.SigningKey("notifier"), replica.host.clock),
        resync(services, replica.host.session_context, replica.task_reminders, replica.approval_waits, replica.host.log,
               replica.host.metrics),
        consumer(
            replica.host.configuration.database(), replica.host.session_context, services.For(0), replica.host.log,
            replica.host.metrics, EventEffects::Concerns,
            [this](auto& session, const auto& event) { replica.effects.Apply(session, event); },
            [this](auto& db) { resync.Run(db); }) {
    consumer.Start();
  }

  Replica replica;
  client::ServiceClients services;
  Resync resync;
  events::Consumer consumer;
};

class EventConsumerTest : public ::testing::Test {
 protected:
  static crm::v1::Event Inquiry(int number) {
    auto inquiry = Proto<crm::v1::Inquiry>("outcome: OUTCOME_OPEN_DEAL");
    inquiry.set_id(number);
    return InquiryTo(Proto<crm::v1::Deal>("id: 7 responsible_user_id: 2"), inquiry);
  }
  int64_t CursorOf(Replica& replica) {
    const auto rows =
        replica.db.Query("SELECT offset_id FROM event_cursors WHERE partition_id = ?", rpc::PartitionOf(kAccount));
    return rows.empty() ? 0 : rows[0].Int(0);
  }

  FakeCrm crm_;
  Installation installation_;
};

TEST_F(EventConsumerTest, TwoReplicasNotifyOfEachEventOnce) {
  FollowingReplica one(installation_, crm_.endpoints());
  FollowingReplica two(installation_, crm_.endpoints());
  for (int number = 1; number <= 100; ++number) crm_.Append(Inquiry(number));
  ASSERT_TRUE(Eventually([&] { return CursorOf(one.replica) == 100; }));
  EXPECT_THAT(one.replica.InboxOf(kAccount, kAnna), SizeIs(100));
  EXPECT_EQ(one.replica.db.Query("SELECT COUNT(*) FROM events").at(0).Int(0), 100);
}

TEST_F(EventConsumerTest, AReplicaContinuesWhereAnotherStopped) {
  crm_.Append(Inquiry(1));
  {
    FollowingReplica before(installation_, crm_.endpoints());
    ASSERT_TRUE(Eventually([&] { return CursorOf(before.replica) == 1; }));
  }
  crm_.Append(Inquiry(2));
  FollowingReplica after(installation_, crm_.endpoints());
  ASSERT_TRUE(Eventually([&] { return CursorOf(after.replica) == 2; }));
  EXPECT_THAT(after.replica.InboxOf(kAccount, kAnna), SizeIs(2));
}

TEST_F(EventConsumerTest, ResyncsIfTheLogDoesNotReachBack) {
  Replica replica(installation_);
  const int64_t due = replica.host.clock.NowMicros() + 7'200'000'000;
  auto completed = Proto<crm::v1::Task>("id: 4 state: STATE_OPEN");
  *completed.mutable_due_time() = Timestamp(due);
  replica.Deliver(testing::Created(kAccount, completed));
  crm_.SetAccount(Proto<crm::v1::Account>("id: 1 locale: 'en' time_zone: 'UTC'"));
  crm_.SetUser(Proto<crm::v1::User>("id: 2 state: STATE_ACTIVE"));
  auto open = Proto<crm::v1::Task>("id: 5 assignee_user_id: 2 state: STATE_OPEN");
  *open.mutable_due_time() = Timestamp(due);
  crm_.SetTask(open);
  crm_.ResyncTo(40);

  FollowingReplica following(installation_, crm_.endpoints());
  ASSERT_TRUE(Eventually([&] { return CursorOf(replica) == 40; }));
  EXPECT_EQ(replica.DueOf({kAccount, "reminder", 5, 1800}), due - 1'800'000'000);
  EXPECT_EQ(replica.DueOf({kAccount, "reminder", 4, 1800}), std::nullopt);
  EXPECT_EQ(Recipients(replica.db, kAccount).Get(kAnna).locale(), "en");
}

TEST_F(EventConsumerTest, ApprovalsThatAResyncDoesNotListAreAwaitedNoMore) {
  Replica replica(installation_);
  const int64_t due = replica.host.clock.NowMicros() + 7'200'000'000;
  for (const std::string id : {"8", "9"}) {
    auto asked = Proto<crm::v1::Approval>("id: " + id + " deal_id: 7 approver_user_id: 2 state: STATE_ASKED");
    *asked.mutable_pass_on_time() = Timestamp(due);
    if (id == "8") replica.Deliver(testing::Created(kAccount, asked));
    if (id == "9") crm_.SetApproval(asked);
  }
  crm_.SetAccount(Proto<crm::v1::Account>("id: 1"));
  crm_.ResyncTo(40);

  FollowingReplica following(installation_, crm_.endpoints());
  ASSERT_TRUE(Eventually([&] { return CursorOf(replica) == 40; }));
  EXPECT_EQ(replica.DueOf({kAccount, "approval", 7, 8}), std::nullopt);
  EXPECT_EQ(replica.DueOf({kAccount, "approval", 7, 9}), due);
  EXPECT_THAT(replica.InboxOf(kAccount, kAnna),
              ElementsAre(Property(&Notification::state, Notification::STATE_ACKNOWLEDGED),
                          Property(&Notification::state, Notification::STATE_UNREAD)));
}

TEST_F(EventConsumerTest, NotificationsSentBeforeAResyncAreNotRepeated) {
  Replica replica(installation_);
  replica.timers.Start();
  const auto overdue =
      Proto<crm::v1::Task>("id: 5 assignee_user_id: 2 state: STATE_OPEN due_time { seconds: 1000000000 }");
  auto event = testing::Created(kAccount, overdue);
  *event.mutable_create_time() = overdue.due_time();
  replica.Deliver(event);
  ASSERT_TRUE(Eventually([&] { return replica.InboxOf(kAccount, kAnna).size() == 1; }));
  crm_.SetAccount(Proto<crm::v1::Account>("id: 1"));
  crm_.SetTask(overdue);
  crm_.ResyncTo(40);

  FollowingReplica following(installation_, crm_.endpoints());
  ASSERT_TRUE(Eventually([&] { return CursorOf(replica) == 40 && !replica.DueOf({kAccount, "overdue", 5}); }));
  EXPECT_THAT(replica.InboxOf(kAccount, kAnna),
              ElementsAre(Property(&Notification::kind, Notification::KIND_TASK_OVERDUE)));
}

TEST_F(EventConsumerTest, WhatIsSnoozedEndsWithATaskThatAResyncDoesNotList) {
  Replica replica(installation_);
  replica.timers.Start();
  for (const std::string id : {"4", "5"}) {
    const auto task =
        Proto<crm::v1::Task>("id: " + id + " assignee_user_id: 2 state: STATE_OPEN due_time { seconds: 1000000000 }");
    auto event = testing::Created(kAccount, task);
    *event.mutable_create_time() = task.due_time();
    replica.Deliver(event);
    if (id == "5") crm_.SetTask(task);
  }
  ASSERT_TRUE(Eventually([&] { return replica.InboxOf(kAccount, kAnna).size() == 2; }));
  const int64_t later = replica.host.clock.NowMicros() + 3'600'000'000;
  for (const auto& told : replica.InboxOf(kAccount, kAnna)) {
    replica.InTransaction(kAccount, [&](auto& session) { Inbox(session, kAnna).Snooze(told.id(), later); });
  }
  crm_.SetAccount(Proto<crm::v1::Account>("id: 1"));
  crm_.ResyncTo(40);

  FollowingReplica following(installation_, crm_.endpoints());
  ASSERT_TRUE(Eventually([&] { return CursorOf(replica) == 40; }));
  for (const auto& told : replica.InboxOf(kAccount, kAnna)) {
    EXPECT_EQ(told.state(), told.task_id() == 5 ? Notification::STATE_SNOOZED : Notification::STATE_ACKNOWLEDGED)
        << told.task_id();
  }
}

// What became of them is not known, but there is nothing to take any more.
TEST_F(EventConsumerTest, UnreadOffersWhoseTimeIsUpEndWithAResync) {
  Replica replica(installation_);
  const int64_t now = replica.host.clock.NowMicros();
  for (const int64_t deadline : {now, now + 3'600'000'000}) {
    auto offered = Proto<crm::v1::Deal>("responsible_user_id: 2 offer_attempt: 1");
    *offered.mutable_offer_deadline() = Timestamp(deadline);
    offered.set_id(deadline == now ? 7 : 8);
    replica.Deliver(testing::Changed(kAccount, crm::v1::Deal(), offered, crm::v1::ResourceChange::KIND_OFFERED));
  }
  crm_.SetAccount(Proto<crm::v1::Account>("id: 1"));
  crm_.ResyncTo(40);

  FollowingReplica following(installation_, crm_.endpoints());
  ASSERT_TRUE(Eventually([&] { return CursorOf(replica) == 40; }));
  EXPECT_THAT(replica.InboxOf(kAccount, kAnna),
              ElementsAre(Property(&Notification::state, Notification::STATE_ACKNOWLEDGED),
                          Property(&Notification::state, Notification::STATE_UNREAD)));
}

TEST_F(EventConsumerTest, AnAccountThatCannotBeListedIsRetriedWithoutDelayingOthers) {
  Replica replica(installation_);
  crm_.SetAccount(Proto<crm::v1::Account>("id: 1"));
  crm_.SetAccount(Proto<crm::v1::Account>("id: 65"));
  crm_.SetUser(Proto<crm::v1::User>("id: 2 display_name: 'Анна' state: STATE_ACTIVE"));
  crm_.SetBroken(true);
  crm_.ResyncTo(40);

  FollowingReplica following(installation_, crm_.endpoints());
  ASSERT_TRUE(Eventually([&] { return CursorOf(replica) == 40; }));
  EXPECT_EQ(Recipients(replica.db, 65).Get(kAnna).display_name(), "Анна");
  EXPECT_EQ(Recipients(replica.db, kAccount).Get(kAnna).display_name(), "");
  EXPECT_THAT(following.replica.host.metrics.Page(), HasSubstr("voronka_relisting_failures_total 1"));

  following.resync.RunPending(replica.db);
  EXPECT_EQ(replica.db.Query("SELECT COUNT(*) FROM relistings").at(0).Int(0), 1) << "it is broken still";
  crm_.SetBroken(false);
  following.resync.RunPending(replica.db);
  EXPECT_EQ(Recipients(replica.db, kAccount).Get(kAnna).display_name(), "Анна");
  EXPECT_EQ(replica.db.Query("SELECT COUNT(*) FROM relistings").at(0).Int(0), 0);
}

TEST_F(EventConsumerTest, ResyncsTeamsToo) {
  Replica replica(installation_);
  crm_.SetAccount(Proto<crm::v1::Account>("id: 1"));
  crm_.SetUser(Proto<crm::v1::User>("id: 2 state: STATE_DISABLED team_id: 9"));
  crm_.SetUser(Proto<crm::v1::User>("id: 3 state: STATE_ACTIVE"));
  crm_.SetTeam(Proto<crm::v1::Team>("id: 9 head_user_id: 3"));
  crm_.ResyncTo(40);
  FollowingReplica following(installation_, crm_.endpoints());
  ASSERT_TRUE(Eventually([&] { return CursorOf(replica) == 40; }));
  EXPECT_EQ(Recipients(replica.db, kAccount).WhoActsFor(kAnna), 3);
}

}  // namespace
}  // namespace voronka::notifier
