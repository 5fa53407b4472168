#include "notifier/inbox/ended_news.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/notifier/office.h"

namespace voronka::notifier {
namespace {

using crm::v1::Deal;
using crm::v1::ResourceChange;
using ::testing::SizeIs;
using v1::Notification;

class EndedNews : public Office {
 protected:
  // Anna's, of the deal.
  Notification::State OfferOf(int64_t deal_id) {
    for (const auto& told : replica_.InboxOf(kAccount, kAnna)) {
      if (told.deal_id() == deal_id && told.kind() == Notification::KIND_OFFER) return told.state();
    }
    return Notification::STATE_UNSPECIFIED;
  }
};

TEST_F(EndedNews, ASnoozedReminderEndsWithItsTask) {
  const auto open = RemindedOf(Task(Now() + 10 * kMinute));
  auto completed = open;
  completed.set_state(crm::v1::Task::STATE_COMPLETED);
  Snooze(kAnna);
  replica_.Deliver(Changed(open, completed));
  EXPECT_EQ(OnlyStateOf(kAnna), Notification::STATE_ACKNOWLEDGED);
}

TEST_F(EndedNews, ASnoozedReminderEndsWhenItsTaskIsMoved) {
  const auto open = RemindedOf(Task(Now() + 10 * kMinute));
  Snooze(kAnna);
  replica_.Deliver(Changed(open, Task(Now() + 600 * kMinute)));
  EXPECT_EQ(OnlyStateOf(kAnna), Notification::STATE_ACKNOWLEDGED);
}

TEST_F(EndedNews, ASnoozedReminderStaysWhenItsTaskIsReworded) {
  const auto open = RemindedOf(Task(Now() + 10 * kMinute));
  auto reworded = open;
  reworded.set_text("Написать");
  Snooze(kAnna);
  replica_.Deliver(Changed(open, reworded));
  EXPECT_EQ(OnlyStateOf(kAnna), Notification::STATE_SNOOZED);
}

// Every client counts what is unread, and none can tell that there is nothing to do any more.
TEST_F(EndedNews, AnUnreadReminderIsAcknowledgedWithItsTask) {
  const auto open = RemindedOf(Task(Now() + 10 * kMinute));
  auto completed = open;
  completed.set_state(crm::v1::Task::STATE_COMPLETED);
  replica_.Deliver(Changed(open, completed));
  EXPECT_EQ(OnlyStateOf(kAnna), Notification::STATE_ACKNOWLEDGED);
}

TEST_F(EndedNews, AnUnreadOverdueNoticeIsAcknowledgedWhenItsTaskIsMoved) {
  replica_.timers.Start();
  const auto overdue = Task(At("2020-03-02T09:00:00Z"));
  replica_.Deliver(Created(overdue));
  ASSERT_TRUE(Eventually([&] { return replica_.InboxOf(kAccount, kBoris).size() == 1; }));
  replica_.Deliver(Changed(overdue, Task(Now() + 600 * kMinute)));
  EXPECT_EQ(OnlyStateOf(kAnna), Notification::STATE_ACKNOWLEDGED);
  EXPECT_EQ(OnlyStateOf(kBoris), Notification::STATE_ACKNOWLEDGED);
}

TEST_F(EndedNews, AnUnreadReminderStaysUnreadWhenItsTaskIsReworded) {
  const auto open = RemindedOf(Task(Now() + 10 * kMinute));
  auto reworded = open;
  reworded.set_text("Написать");
  replica_.Deliver(Changed(open, reworded));
  EXPECT_EQ(OnlyStateOf(kAnna), Notification::STATE_UNREAD);
}

TEST_F(EndedNews, ASnoozedOfferEndsWithTheOffer) {
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
TEST_F(EndedNews, AnUnreadOfferIsAcknowledgedWhenItIsOver) {
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

TEST_F(EndedNews, AnUnreadWarningIsAcknowledgedWithItsOffer) {
  const auto offered = OnOfferToAnna(Now() + kMinute);
  replica_.InTransaction(kAccount, [](rpc::Session& session) {
    Inbox(session, kAnna).Add("offer_warning/7/1", Proto<Notification>("kind: KIND_OFFER_WARNING deal_id: 7"));
  });
  replica_.Deliver(
      testing::Changed(kAccount, offered, Proto<Deal>("id: 7 offer_attempt: 1"), ResourceChange::KIND_DECLINED));
  EXPECT_EQ(OnlyStateOf(kAnna), Notification::STATE_ACKNOWLEDGED);
}

TEST_F(EndedNews, AnUnreadOfferStaysUnreadWhenItsDealIsRenamed) {
  const auto offered = OnOfferToAnna(Now() + 5 * kMinute);
  replica_.Deliver(OfferToAnna(Now() + 5 * kMinute));
  auto renamed = offered;
  renamed.set_name("Кирпич");
  replica_.Deliver(testing::Changed(kAccount, offered, renamed));
  EXPECT_EQ(OnlyStateOf(kAnna), Notification::STATE_UNREAD);
}

TEST_F(EndedNews, ASnoozedNotificationOfADealEndsWhenTheDealIsAnothers) {
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

TEST_F(EndedNews, WhoeverHasNotReadThatADealIsTheirsIsNotToldOnceItIsAnothers) {
  const auto annas = Proto<Deal>("id: 7 responsible_user_id: 2 epoch: 1");
  replica_.Deliver(testing::Created(kAccount, annas));
  EXPECT_EQ(OnlyStateOf(kAnna), Notification::STATE_UNREAD);
  const auto boris = Proto<Deal>("id: 7 responsible_user_id: 3 epoch: 2");
  replica_.Deliver(testing::Changed(kAccount, annas, boris, ResourceChange::KIND_REASSIGNED));
  const auto inbox = replica_.InboxOf(kAccount, kAnna);
  ASSERT_THAT(inbox, SizeIs(2));
  for (const auto& told : inbox) {
    const bool is_passed_on = told.kind() == Notification::KIND_DEAL_PASSED_ON;
    EXPECT_EQ(told.state(), is_passed_on ? Notification::STATE_UNREAD : Notification::STATE_ACKNOWLEDGED);
  }
}

TEST_F(EndedNews, WhoeverHasNotReadThatADealIsTheirsIsNotToldOnceItIsClosed) {
  const auto open = Proto<Deal>("id: 7 responsible_user_id: 2 epoch: 1 state: STATE_OPEN");
  for (const auto end : {Deal::STATE_WON, Deal::STATE_LOST}) {
    auto created = open;
    created.set_id(open.id() + end);
    replica_.Deliver(testing::Created(kAccount, created));
    auto closed = created;
    closed.set_state(end);
    replica_.Deliver(testing::Changed(kAccount, created, closed, ResourceChange::KIND_MOVED));
  }
  for (const auto& told : replica_.InboxOf(kAccount, kAnna)) {
    EXPECT_EQ(told.state(), Notification::STATE_ACKNOWLEDGED) << told.ShortDebugString();
  }
}

}  // namespace
}  // namespace voronka::notifier
