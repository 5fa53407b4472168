#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "client/request_id.h"
#include "tests/support/eventually.h"
#include "tests/system/measured.h"
#include "tests/system/office.h"
#include "tests/system/reading.h"
#include "tests/system/refusal.h"
#include "tests/system/requests.h"

// The main job on live services: once with one replica of each, once with two, where calls go to both in turn and
// notifications come from the second.
namespace voronka::testing {
namespace {

using namespace std::chrono_literals;
using crm::v1::Deal;
using crm::v1::Inquiry;
using crm::v1::Task;
using crm::v1::TimelineEntry;
using distribution::v1::Decision;
using notifier::v1::Notification;
using std::chrono::duration_cast;
using std::chrono::microseconds;

// The product promises 1 s, but here other tests share the machine.
constexpr microseconds kOnTime = 3s;

class MainJob : public ::testing::TestWithParam<int> {
 protected:
  static void TearDownTestSuite() { systems.clear(); }

  static Office Open(std::chrono::milliseconds take_within, int managers = 2) {
    auto& system = systems[GetParam()];
    if (!system) system = std::make_unique<System>(System::Options{.replicas = GetParam()});
    return Office(*system, managers, take_within);
  }

  // The first offer of a new client's deal.
  static Arrival AwaitOffer(Colleague& offeree, int64_t deal_id) {
    const auto offer = offeree.inbox().Await({.kind = Notification::KIND_OFFER, .deal_id = deal_id});
    if (!offer) throw std::runtime_error("no offer has arrived");
    return *offer;
  }

  // A new client's deal that its first offeree has taken.
  static int64_t TakenDeal(Office& office) {
    const int64_t deal_id = office.SubmitForNewClient();
    AwaitOffer(office.manager(0), deal_id);
    office.manager(0).client().Call<Deal>(MoveTo(kAccepted, deal_id));
    return deal_id;
  }

 private:
  static inline std::map<int, std::unique_ptr<System>> systems;
};

std::vector<TimelineEntry::Kind> KindsIn(const std::vector<TimelineEntry>& timeline) {
  std::vector<TimelineEntry::Kind> kinds;
  kinds.reserve(timeline.size());
  for (const auto& entry : timeline) kinds.push_back(entry.kind());
  return kinds;
}

microseconds Between(Moment from, Moment to) { return duration_cast<microseconds>(to - from); }

TEST_P(MainJob, AnInquirySentTwiceMakesOneDeal) {
  Office office = Open(5min);
  auto request = InquiryOf(1);
  request.set_request_id(client::NewRequestId());
  const auto first = office.intake().Call<Inquiry>(request);
  const auto again = office.intake().Call<Inquiry>(request);
  EXPECT_EQ(first.deal_id(), again.deal_id());
  EXPECT_EQ(DealsOn(office.reader(), kFirstStage).size(), 1);
}

TEST_P(MainJob, TheFirstInTurnSeesTheOfferLiveWithItsDeadline) {
  Office office = Open(5min);
  const int64_t deal_id = office.SubmitForNewClient();
  const Arrival offer = AwaitOffer(office.manager(0), deal_id);
  const Deal deal = DealOf(office.reader(), deal_id);
  EXPECT_EQ(deal.responsible_user_id(), office.manager(0).id());
  EXPECT_EQ(MomentOf(deal.offer_deadline()), MomentOf(offer.notification.deadline()));
  EXPECT_THAT(offer.notification.text(), ::testing::HasSubstr("Вам новая заявка"));
  const auto seen_after = Between(MomentOf(deal.create_time()), offer.at);
  Measured("offer seen {} after the inquiry", Readable(seen_after));
  EXPECT_LE(seen_after, kOnTime);
}

TEST_P(MainJob, AnExpiredOfferIsReclaimedAndOfferedToTheNext) {
  Office office = Open(2s);
  const int64_t deal_id = office.SubmitForNewClient();
  const Moment deadline = MomentOf(AwaitOffer(office.manager(0), deal_id).notification.deadline());
  const auto late = Between(deadline, AwaitOffer(office.manager(1), deal_id).at);
  EXPECT_GE(late, 0s);
  EXPECT_LE(late, kOnTime);
  EXPECT_TRUE(office.manager(0).inbox().Await({.kind = Notification::KIND_OFFER_LOST, .deal_id = deal_id}));

  const auto reclaimed = TimelineOf(office.reader(), deal_id, TimelineEntry::KIND_OFFER_RECLAIMED);
  ASSERT_EQ(reclaimed.size(), 1);
  EXPECT_EQ(reclaimed[0].user_id(), office.manager(0).id());
  const auto reclaimed_late = Between(deadline, MomentOf(reclaimed[0].create_time()));
  EXPECT_GE(reclaimed_late, 0s);
  Measured("reclaimed {}, seen by the next {} after the deadline", Readable(reclaimed_late), Readable(late));
}

TEST_P(MainJob, ALateTakeIsRefusedWithTheNameOfTheNewOwner) {
  Office office = Open(2s);
  const int64_t deal_id = office.SubmitForNewClient();
  AwaitOffer(office.manager(1), deal_id);
  const auto refused = FailureOf([&] { office.manager(0).client().Call<Deal>(Take(deal_id)); });
  ASSERT_TRUE(refused);
  EXPECT_EQ(refused->code(), grpc::StatusCode::FAILED_PRECONDITION);
  EXPECT_EQ(refused->reason(), "OFFER_EXPIRED");
  EXPECT_EQ(refused->metadata("responsible_user_id"), std::to_string(office.manager(1).id()));
  EXPECT_EQ(refused->metadata("responsible_name"), "manager-1");
}

TEST_P(MainJob, AMoveByTheOffereeTakesTheOffer) {
  Office office = Open(5min);
  const int64_t deal_id = TakenDeal(office);
  const Deal deal = DealOf(office.reader(), deal_id);
  EXPECT_EQ(deal.stage(), kAccepted);
  EXPECT_EQ(deal.responsible_user_id(), office.manager(0).id());
  EXPECT_FALSE(deal.has_offer_deadline());
  EXPECT_TRUE(
      Eventually([&] { return DecisionsAbout(office.reader(), deal_id).back().kind() == Decision::KIND_TAKEN; }));
}

TEST_P(MainJob, AnInquiryOfTheSameClientJoinsTheOpenDealAndNotifiesItsManager) {
  Office office = Open(5min);
  const int64_t deal_id = TakenDeal(office);
  auto inquiry = InquiryOf(1, "Когда доставка?");
  inquiry.mutable_inquiry()->set_phone("8 (916) 000-00-01");
  const auto answer = office.intake().Call<Inquiry>(inquiry);
  EXPECT_EQ(answer.outcome(), Inquiry::OUTCOME_OPEN_DEAL);
  EXPECT_EQ(answer.deal_id(), deal_id);
  EXPECT_THAT(
      KindsIn(TimelineOf(office.reader(), deal_id)),
      ::testing::ElementsAre(TimelineEntry::KIND_DEAL_CREATED, TimelineEntry::KIND_INQUIRY, TimelineEntry::KIND_OFFERED,
                             TimelineEntry::KIND_STAGE_CHANGED, TimelineEntry::KIND_INQUIRY));
  const auto told = office.manager(0).inbox().Await({.kind = Notification::KIND_CLIENT_WROTE, .deal_id = deal_id});
  ASSERT_TRUE(told);
  EXPECT_THAT(told->notification.text(), ::testing::HasSubstr("Когда доставка?"));
}

TEST_P(MainJob, ADealCannotBeLostWithoutAReason) {
  Office office = Open(5min);
  const int64_t deal_id = TakenDeal(office);
  const auto refused = FailureOf([&] { office.manager(0).client().Call<Deal>(MoveTo("lost", deal_id)); });
  ASSERT_TRUE(refused);
  EXPECT_EQ(refused->code(), grpc::StatusCode::FAILED_PRECONDITION);
  ASSERT_EQ(refused->precondition_violations().size(), 1);
  EXPECT_EQ(refused->precondition_violations()[0].type(), "LOSS_REASON_REQUIRED");
  EXPECT_EQ(refused->precondition_violations()[0].subject(), "loss_reason");
  EXPECT_EQ(DealOf(office.reader(), deal_id).stage(), kAccepted);
}

TEST_P(MainJob, AReminderArrivesOnTheLiveStreamOnTime) {
  Office office = Open(5min);
  const int64_t deal_id = TakenDeal(office);
  const Moment due = Now() + 3s;
  const Task task = office.manager(0).client().Call<Task>(TaskDue(due, deal_id, {1s}));
  const auto reminder = office.manager(0).inbox().Await({Notification::KIND_TASK_REMINDER, deal_id, task.id()});
  ASSERT_TRUE(reminder);
  const auto late = Between(due - 1s, reminder->at);
  Measured("reminder seen {} late", Readable(late));
  EXPECT_GE(late, 0s);
  EXPECT_LE(late, kOnTime);
}

TEST_P(MainJob, ATaskIsCompletedTogetherWithTheNextOne) {
  Office office = Open(5min);
  const int64_t deal_id = TakenDeal(office);
  auto& manager = office.manager(0).client();
  crm::v1::CompleteTaskRequest request;
  request.set_task_id(manager.Call<Task>(TaskDue(Now() + 1h, deal_id, {})).id());
  request.set_result("Договорились о встрече");
  request.mutable_next_task()->set_text("Встреча");
  *request.mutable_next_task()->mutable_due_time() = TimestampOf(Now() + 24h);
  const auto done = manager.Call<crm::v1::CompleteTaskResponse>(request);
  EXPECT_EQ(done.task().state(), Task::STATE_COMPLETED);
  EXPECT_EQ(done.next_task().state(), Task::STATE_OPEN);
  EXPECT_EQ(done.next_task().deal_id(), deal_id);
  EXPECT_EQ(done.next_task().assignee_user_id(), office.manager(0).id());
}

TEST_P(MainJob, ADealThatNobodyTakesGoesToTheHeadWhoIsNotified) {
  Office office = Open(1s);
  const int64_t deal_id = office.SubmitForNewClient();
  AwaitOffer(office.manager(0), deal_id);
  const Moment last_deadline = MomentOf(AwaitOffer(office.manager(1), deal_id).notification.deadline());
  const auto told = office.head().inbox().Await({.kind = Notification::KIND_DEAL_ESCALATED, .deal_id = deal_id});
  ASSERT_TRUE(told);
  Measured("the head is told {} after the last deadline", Readable(Between(last_deadline, told->at)));
  const Deal deal = DealOf(office.reader(), deal_id);
  EXPECT_EQ(deal.responsible_user_id(), office.head().id());
  EXPECT_FALSE(deal.has_offer_deadline());
}

TEST_P(MainJob, ADisabledManagerIsSkipped) {
  Office office = Open(5min);
  crm::v1::UpdateUserRequest request;
  request.set_user_id(office.manager(0).id());
  request.mutable_user()->set_state(crm::v1::User::STATE_DISABLED);
  office.account().admin().Call<crm::v1::User>(request);
  const int64_t deal_id = office.SubmitForNewClient();
  AwaitOffer(office.manager(1), deal_id);
  EXPECT_EQ(DealOf(office.reader(), deal_id).responsible_user_id(), office.manager(1).id());
}

std::string NameOfReplicas(const ::testing::TestParamInfo<int>& replicas) {
  return replicas.param == 1 ? "OneReplica" : "TwoReplicas";
}

INSTANTIATE_TEST_SUITE_P(Replicas, MainJob, ::testing::Values(1, 2), NameOfReplicas);

}  // namespace
}  // namespace voronka::testing
