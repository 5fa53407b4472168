#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "notifier/events/event_effects.h"
#include "tests/notifier/office.h"
#include "voronka/crm/v1/timeline.pb.h"

namespace voronka::notifier {
namespace {

using ::testing::ElementsAre;
using ::testing::Property;
using v1::Notification;

class LinkedDealNotifications : public Office {
 protected:
  // Anna has deal 7. Boris has made another about it.
  static crm::v1::Event LinkedDealOf(const std::string& kind) {
    auto event = testing::Created(
        kAccount, Proto<crm::v1::TimelineEntry>("id: 1 deal_id: 7 linked_deal_id: 8 text: 'Рекламации' kind: " + kind));
    event.mutable_change()->mutable_subject()->PackFrom(
        Proto<crm::v1::Deal>("id: 7 name: 'Кухня' responsible_user_id: 2"));
    event.set_actor_user_id(3);
    return event;
  }
};

TEST_F(LinkedDealNotifications, ReachWhoeverHasTheDealOnce) {
  const auto event = LinkedDealOf("KIND_LINKED_DEAL_CREATED");
  EXPECT_TRUE(EventEffects::Concerns(event));
  replica_.Deliver(event);
  replica_.Deliver(event);
  EXPECT_THAT(replica_.InboxOf(kAccount, kAnna),
              ElementsAre(Property(&Notification::kind, Notification::KIND_DEAL_LINKED)));
  EXPECT_EQ(replica_.InboxOf(kAccount, kAnna).at(0).deal_id(), 7);
}

TEST_F(LinkedDealNotifications, DoNotComeOfNotes) { EXPECT_FALSE(EventEffects::Concerns(LinkedDealOf("KIND_NOTE"))); }

}  // namespace
}  // namespace voronka::notifier
