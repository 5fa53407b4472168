#include <gmock/gmock.h>
#include <google/protobuf/empty.pb.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "foundation/storage/connection.h"
#include "tests/support/eventually.h"
#include "tests/system/office.h"
#include "tests/system/reading.h"
#include "tests/system/refusal.h"
#include "tests/system/requests.h"
#include "voronka/crm/v1/pipeline.pb.h"
#include "voronka/crm/v1/queue.pb.h"

// A stage is removed from its pipeline while a queue distributes it, on live services.
namespace voronka::testing {
namespace {

using namespace std::chrono_literals;
using crm::v1::Pipeline;
using notifier::v1::Notification;
using ::testing::Contains;
using ::testing::Not;

constexpr char kQuiet[] = "price_sent";

class RemovedStage : public ::testing::Test {
 protected:
  static void SetUpTestSuite() { system = std::make_unique<System>(); }
  static void TearDownTestSuite() { system.reset(); }

  static Pipeline FirstSales(Office& office) {
    crm::v1::GetPipelineRequest request;
    request.set_pipeline(kPipeline);
    return office.reader().Call<Pipeline>(request);
  }
  static void RemoveStage(Office& office, const std::string& stage) {
    crm::v1::UpdatePipelineRequest request;
    *request.mutable_pipeline() = FirstSales(office);
    auto& stages = *request.mutable_pipeline()->mutable_stages();
    stages.erase(std::ranges::find(stages, stage, [](const auto& one) { return one.key(); }));
    office.account().admin().Call<Pipeline>(request);
  }
  static int64_t MakeQueueOn(Office& office, const std::string& stage) {
    crm::v1::CreateQueueRequest request;
    auto& queue = *request.mutable_queue();
    queue.set_pipeline(kPipeline);
    queue.set_stage(stage);
    queue.add_member_user_ids(office.manager(0).id());
    queue.add_escalate_to_user_ids(office.head().id());
    return office.head().client().Call<crm::v1::Queue>(request).id();
  }
  static std::vector<int64_t> QueuesOf(Office& office) {
    const auto queues = office.reader().Call<crm::v1::ListQueuesResponse>(crm::v1::ListQueuesRequest());
    std::vector<int64_t> ids;
    for (const auto& queue : queues.queues()) ids.push_back(queue.id());
    return ids;
  }
  static void ExpectOffered(Office& office, int64_t deal_id) {
    EXPECT_TRUE(Eventually([&] { return DealOf(office.reader(), deal_id).has_offer_deadline(); }));
  }
  // It has missed more than the log still holds.
  static void LoseItsPlaceInTheLog() {
    storage::Connection db(system->SchemaOf("distribution"));
    db.Execute("UPDATE event_cursors SET history = '0a0b0c'");
  }

  static inline std::unique_ptr<System> system;
};

TEST_F(RemovedStage, EndsItsQueueWithoutDelayingOthers) {
  Office office(*system, 2, 5min);
  const int64_t quiet = MakeQueueOn(office, kQuiet);
  RemoveStage(office, kQuiet);
  EXPECT_TRUE(Eventually([&] { return QueuesOf(office) == std::vector{office.account().queue_id()}; }));
  ExpectOffered(office, office.SubmitForNewClient());
  crm::v1::GetQueueRequest get;
  get.set_queue_id(quiet);
  const auto failure = FailureOf([&] { office.reader().Call<crm::v1::Queue>(get); });
  ASSERT_TRUE(failure);
  EXPECT_EQ(failure->code(), grpc::StatusCode::NOT_FOUND);
}

TEST_F(RemovedStage, OfOneAccountDoesNotDelayOthersDuringAResync) {
  Office office(*system, 1, 5min);
  Office neighbour(*system, 1, 5min);
  const int64_t quiet = MakeQueueOn(office, kQuiet);
  system->distribution().Kill9();
  RemoveStage(office, kQuiet);
  const int64_t missed = neighbour.SubmitForNewClient();
  LoseItsPlaceInTheLog();
  system->distribution().Start();
  system->distribution().WaitServing();
  ExpectOffered(neighbour, missed);
  EXPECT_TRUE(Eventually([&] { return !std::ranges::count(QueuesOf(office), quiet); }));
  // It follows the log again, and does not only reconcile once a minute.
  ExpectOffered(office, office.SubmitForNewClient());
  ExpectOffered(neighbour, neighbour.SubmitForNewClient());
}

TEST_F(RemovedStage, ThatWasTheFirstLeavesNewDealsToTheNextStagesQueue) {
  Office office(*system, 1, 5min);
  RemoveStage(office, kFirstStage);
  const int64_t queue = MakeQueueOn(office, kAccepted);
  EXPECT_TRUE(Eventually([&] { return QueuesOf(office) == std::vector{queue}; }));
  const int64_t deal_id = office.SubmitForNewClient();
  EXPECT_EQ(DealOf(office.reader(), deal_id).stage(), kAccepted);
  ExpectOffered(office, deal_id);
}

TEST_F(RemovedStage, CannotHoldAConcurrentInquiry) {
  Office office(*system, 1, 5min);
  const int64_t deal_id = office.SubmitForNewClient();
  const auto failure = FailureOf([&] { RemoveStage(office, kFirstStage); });
  ASSERT_TRUE(failure);
  EXPECT_EQ(failure->reason(), "STAGE_IN_USE");
  ExpectOffered(office, deal_id);
  EXPECT_THAT(QueuesOf(office), Contains(office.account().queue_id()));
}

TEST_F(RemovedStage, LikeADeletedQueueLeavesExpiredOffersToItsEscalation) {
  Office office(*system, 2, 5s);
  const int64_t deal_id = office.SubmitForNewClient();
  ASSERT_TRUE(office.manager(0).inbox().Await({.kind = Notification::KIND_OFFER, .deal_id = deal_id}));
  crm::v1::DeleteQueueRequest request;
  request.set_queue_id(office.account().queue_id());
  office.head().client().Call<google::protobuf::Empty>(request);
  EXPECT_THAT(QueuesOf(office), Not(Contains(office.account().queue_id())));
  EXPECT_TRUE(DealOf(office.reader(), deal_id).has_offer_deadline()) << "what stands runs to its end";
  ASSERT_TRUE(office.head().inbox().Await({.kind = Notification::KIND_DEAL_ESCALATED, .deal_id = deal_id}));
  EXPECT_EQ(DealOf(office.reader(), deal_id).responsible_user_id(), office.head().id());
  EXPECT_EQ(DealOf(office.reader(), office.SubmitForNewClient()).responsible_user_id(), 0);
}

TEST_F(RemovedStage, LikeAnArchivedPipelineEndsItsQueueAndLosesNoInquiry) {
  Office office(*system, 1, 5min);
  crm::v1::UpdatePipelineRequest another;
  crm::v1::GetPipelineRequest get;
  get.set_pipeline("repeat_sales");
  *another.mutable_pipeline() = office.reader().Call<Pipeline>(get);
  another.mutable_pipeline()->set_default_for_inquiries(true);
  office.account().admin().Call<Pipeline>(another);
  crm::v1::ArchivePipelineRequest archive;
  archive.set_pipeline(kPipeline);
  office.account().admin().Call<Pipeline>(archive);
  EXPECT_TRUE(Eventually([&] { return QueuesOf(office).empty(); }));
  auto inquiry = InquiryOf(77);
  inquiry.set_pipeline(kPipeline);
  const auto answer = office.intake().Call<crm::v1::Inquiry>(inquiry);
  EXPECT_EQ(DealOf(office.reader(), answer.deal_id()).pipeline(), "repeat_sales");
}

}  // namespace
}  // namespace voronka::testing
