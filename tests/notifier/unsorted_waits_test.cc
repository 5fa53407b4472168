#include <gmock/gmock.h>
#include <google/protobuf/util/time_util.h>
#include <gtest/gtest.h>

#include "tests/notifier/office.h"
#include "voronka/crm/v1/inquiry.pb.h"
#include "voronka/crm/v1/timeline.pb.h"

namespace voronka::notifier {
namespace {

using crm::v1::Deal;
using crm::v1::ResourceChange;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Property;
using timers::TimerKey;
using v1::Notification;

// Carl leads sales. Deal 7 is an inquiry that nobody has sorted.
class UnsortedInquiries : public Office {
 protected:
  UnsortedInquiries() {
    replica_.Deliver(Hired("id: 2 role: ROLE_MANAGER state: STATE_ACTIVE"));
    replica_.Deliver(Hired("id: 4 role: ROLE_HEAD_OF_SALES state: STATE_ACTIVE"));
  }

  static Deal Unsorted(int64_t deadline) {
    auto deal = Proto<Deal>("id: 7 epoch: 1 state: STATE_OPEN");
    *deal.mutable_sort_deadline() = Timestamp(deadline);
    return deal;
  }
  // As Anna accepts it.
  static crm::v1::Event Accepted(const Deal& before) {
    auto after = before;
    after.set_responsible_user_id(kAnna);
    after.clear_sort_deadline();
    after.set_epoch(2);
    return testing::Changed(kAccount, before, after, ResourceChange::KIND_MOVED);
  }

  static inline const TimerKey kWait{kAccount, "unsorted", 7};
};

TEST_F(UnsortedInquiries, AreWaitedForUntilSomebodyAccepts) {
  const auto deal = Unsorted(Now() + 60 * kMinute);
  const auto created = testing::Created(kAccount, deal);
  EXPECT_TRUE(EventEffects::Concerns(created));
  replica_.Deliver(created);
  EXPECT_EQ(replica_.DueOf(kWait), google::protobuf::util::TimeUtil::TimestampToMicroseconds(deal.sort_deadline()));
  replica_.Deliver(Accepted(deal));
  EXPECT_EQ(replica_.DueOf(kWait), std::nullopt);
  EXPECT_THAT(replica_.InboxOf(kAccount, kCarl), IsEmpty());
}

TEST_F(UnsortedInquiries, ReachWhoeverLeadsSalesOnceInTime) {
  const auto deal = Unsorted(Now() + kSecond);
  replica_.timers.Start();
  replica_.Deliver(testing::Created(kAccount, deal));
  ASSERT_TRUE(Eventually([&] { return !replica_.InboxOf(kAccount, kCarl).empty(); }));
  replica_.Deliver(testing::Created(kAccount, deal));
  EXPECT_THAT(replica_.InboxOf(kAccount, kCarl),
              ElementsAre(Property(&Notification::kind, Notification::KIND_UNSORTED_OVERDUE)));
  EXPECT_THAT(replica_.InboxOf(kAccount, kAnna), IsEmpty());
  replica_.Deliver(Accepted(deal));
  EXPECT_EQ(OnlyStateOf(kCarl), Notification::STATE_ACKNOWLEDGED);
}

TEST_F(UnsortedInquiries, ThatEveryManagerHasHiddenReachWhoeverLeadsSalesOnce) {
  auto event =
      testing::Created(kAccount, Proto<crm::v1::TimelineEntry>("id: 1 deal_id: 7 kind: KIND_UNSORTED_HIDDEN_BY_ALL"));
  event.mutable_change()->mutable_subject()->PackFrom(Proto<Deal>("id: 7 epoch: 1 name: 'Кухня'"));
  EXPECT_TRUE(EventEffects::Concerns(event));
  replica_.Deliver(event);
  replica_.Deliver(event);
  EXPECT_THAT(replica_.InboxOf(kAccount, kCarl),
              ElementsAre(Property(&Notification::kind, Notification::KIND_UNSORTED_HIDDEN_BY_ALL)));
}

TEST_F(UnsortedInquiries, ThatJoinADealReachWhoeverHasIt) {
  const auto before = Proto<crm::v1::Inquiry>("id: 1 deal_id: 7 text: 'Нужна кухня' outcome: OUTCOME_NEW_CLIENT");
  auto after = before;
  after.set_deal_id(8);
  auto event = testing::Changed(kAccount, before, after);
  event.mutable_change()->mutable_subject()->PackFrom(Proto<Deal>("id: 8 responsible_user_id: 2"));
  event.set_actor_user_id(kBoris);
  EXPECT_TRUE(EventEffects::Concerns(event));
  replica_.Deliver(event);
  EXPECT_THAT(replica_.InboxOf(kAccount, kAnna),
              ElementsAre(Property(&Notification::kind, Notification::KIND_CLIENT_WROTE)));
  event.set_actor_user_id(kAnna);
  EXPECT_FALSE(EventEffects::Concerns(event)) << "she has attached it herself";
}

}  // namespace
}  // namespace voronka::notifier
