#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/eventually.h"
#include "tests/system/office.h"
#include "tests/system/reading.h"
#include "tests/system/requests.h"

// If a client writes whose manager has left, somebody who is there is notified.
namespace voronka::testing {
namespace {

using namespace std::chrono_literals;
using crm::v1::Deal;
using crm::v1::Inquiry;
using notifier::v1::Notification;
using ::testing::HasSubstr;

class AbsentManager : public ::testing::Test {
 protected:
  static void SetUpTestSuite() { system = std::make_unique<System>(); }
  static void TearDownTestSuite() { system.reset(); }

  static void Disable(Office& office, int64_t user_id) {
    crm::v1::UpdateUserRequest request;
    request.set_user_id(user_id);
    request.mutable_user()->set_state(crm::v1::User::STATE_DISABLED);
    office.account().admin().Call<crm::v1::User>(request);
  }
  static int64_t WriteAgain(Office& office) {
    return office.intake().Call<Inquiry>(InquiryOf(1, "Где мой заказ?")).deal_id();
  }

  static inline std::unique_ptr<System> system;
};

TEST_F(AbsentManager, LosesTheDealToTheHeadWhoIsNotifiedOfTheInquiry) {
  Office office(*system, 2, 5min);
  const int64_t deal_id = office.SubmitForNewClient();
  ASSERT_TRUE(office.manager(0).inbox().Await({.kind = Notification::KIND_OFFER, .deal_id = deal_id}));
  office.manager(0).client().Call<Deal>(MoveTo(kAccepted, deal_id));
  Disable(office, office.manager(0).id());
  EXPECT_EQ(WriteAgain(office), deal_id);
  const auto told = office.head().inbox().Await({.kind = Notification::KIND_CLIENT_WROTE, .deal_id = deal_id});
  ASSERT_TRUE(told);
  EXPECT_THAT(told->notification.text(), HasSubstr("Где мой заказ?"));
  EXPECT_TRUE(office.head().inbox().Await({.kind = Notification::KIND_DEAL_ASSIGNED, .deal_id = deal_id}));
  EXPECT_EQ(DealOf(office.reader(), deal_id).responsible_user_id(), office.head().id());
}

TEST_F(AbsentManager, LosesADealOnOfferToTheNextInTurn) {
  Office office(*system, 2, 1h);
  const int64_t deal_id = office.SubmitForNewClient();
  ASSERT_TRUE(office.manager(0).inbox().Await({.kind = Notification::KIND_OFFER, .deal_id = deal_id}));
  Disable(office, office.manager(0).id());
  EXPECT_EQ(WriteAgain(office), deal_id);
  EXPECT_TRUE(office.manager(1).inbox().Await({.kind = Notification::KIND_OFFER, .deal_id = deal_id}));
  EXPECT_EQ(DealOf(office.reader(), deal_id).responsible_user_id(), office.manager(1).id());
}

TEST_F(AbsentManager, GetsNoRemindersButTheirStandInDoes) {
  Office office(*system, 2, 5min);
  const int64_t deal_id = office.SubmitForNewClient();
  ASSERT_TRUE(office.manager(0).inbox().Await({.kind = Notification::KIND_OFFER, .deal_id = deal_id}));
  const auto task = office.manager(0).client().Call<crm::v1::Task>(TaskDue(Now() + 4s, deal_id, {1s}));
  Disable(office, office.manager(0).id());
  const auto told =
      office.head().inbox().Await({.kind = Notification::KIND_TASK_REMINDER, .deal_id = deal_id, .task_id = task.id()});
  ASSERT_TRUE(told);
  EXPECT_THAT(told->notification.text(), HasSubstr("(вместо: manager-0)"));
}

}  // namespace
}  // namespace voronka::testing
