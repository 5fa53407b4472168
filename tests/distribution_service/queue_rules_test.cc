#include "distribution_service/queues/queue_rules.h"

#include <gmock/gmock.h>

#include "foundation/rpc/requests/error.h"
#include "tests/distribution_service/samples.h"

namespace voronka::distribution {
namespace {

using ::testing::ElementsAre;
using ::testing::Pair;

crm::v1::Pipeline SamplePipeline() {
  crm::v1::Pipeline pipeline;
  pipeline.set_id(4);
  pipeline.set_key("sales");
  for (const char* key : {"new", "accepted"}) {
    auto& stage = *pipeline.add_stages();
    stage.set_id(10 + pipeline.stages_size());
    stage.set_key(key);
  }
  return pipeline;
}

v1::Queue SampleRequest() {
  v1::Queue queue;
  queue.set_pipeline("4");
  for (const int64_t user_id : {1, 2}) queue.add_member_user_ids(user_id);
  queue.add_escalate_to_user_ids(8);
  return queue;
}

const Staff kStaff = {.all = {1, 2, 3, 8}, .active = {1, 2, 8}};

std::vector<std::pair<std::string, std::string>> Wrongs(const v1::Queue& queue,
                                                        const std::optional<crm::v1::Pipeline>& pipeline,
                                                        const v1::QueueRow* standing = nullptr) {
  std::vector<std::pair<std::string, std::string>> wrongs;
  try {
    CheckQueue(queue, pipeline, kStaff, standing);
  } catch (const rpc::Error& error) {
    EXPECT_EQ(error.code(), rpc::Code::kInvalidArgument);
    for (const auto& violation : error.violations()) wrongs.emplace_back(violation.field, violation.reason);
  }
  return wrongs;
}

TEST(AQueueRequest, DefaultsToTheFirstStage) {
  const auto place = CheckQueue(SampleRequest(), SamplePipeline(), kStaff, nullptr);
  EXPECT_EQ(place.pipeline, "sales");
  EXPECT_EQ(place.stage, "new");
}

TEST(AQueueRequest, NamesAStageByKeyOrId) {
  for (const char* name : {"accepted", "12"}) {
    auto queue = SampleRequest();
    queue.set_stage(name);
    EXPECT_EQ(CheckQueue(queue, SamplePipeline(), kStaff, nullptr).stage, "accepted");
  }
}

TEST(AQueueRequest, ReportsAllViolationsAtOnce) {
  auto queue = SampleRequest();
  queue.set_stage("nowhere");
  queue.add_member_user_ids(2);
  queue.add_member_user_ids(9);
  queue.add_escalate_to_user_ids(77);
  EXPECT_THAT(Wrongs(queue, SamplePipeline()),
              ElementsAre(Pair("queue.stage", "UNKNOWN_STAGE"), Pair("queue.member_user_ids[2]", "DUPLICATE_MEMBER"),
                          Pair("queue.member_user_ids[3]", "UNKNOWN_USER"),
                          Pair("queue.escalate_to_user_ids[1]", "UNKNOWN_USER")));
}

TEST(AQueueRequest, MustNameAnExistingPipeline) {
  EXPECT_THAT(Wrongs(SampleRequest(), std::nullopt), ElementsAre(Pair("queue.pipeline", "UNKNOWN_PIPELINE")));
}

TEST(AQueueRequest, MustNotNameAClosingStage) {
  auto pipeline = SamplePipeline();
  for (const auto kind : {crm::v1::Stage::KIND_WON, crm::v1::Stage::KIND_LOST}) {
    pipeline.mutable_stages(0)->set_kind(kind);
    EXPECT_THAT(Wrongs(SampleRequest(), pipeline), ElementsAre(Pair("queue.stage", "STAGE_NOT_OPEN")));
  }
}

TEST(AQueueRequest, NeedsAMemberWhoIsNotDisabled) {
  auto queue = SampleRequest();
  queue.clear_member_user_ids();
  queue.add_member_user_ids(3);
  EXPECT_THAT(Wrongs(queue, SamplePipeline()), ElementsAre(Pair("queue.member_user_ids", "USER_DISABLED")));
  queue.add_member_user_ids(2);
  EXPECT_THAT(Wrongs(queue, SamplePipeline()), ElementsAre());
}

TEST(AQueueRequest, MayPauseAQueueWhoseMembersAreDisabled) {
  auto queue = SampleRequest();
  queue.clear_member_user_ids();
  queue.add_member_user_ids(3);
  queue.set_paused(true);
  EXPECT_THAT(Wrongs(queue, SamplePipeline()), ElementsAre());
}

TEST(AQueueRequest, MustNotMoveAQueue) {
  auto standing = SampleQueue();
  standing.set_pipeline("claims");
  auto queue = SampleRequest();
  queue.set_stage("accepted");
  EXPECT_THAT(Wrongs(queue, SamplePipeline(), &standing),
              ElementsAre(Pair("queue.pipeline", "IMMUTABLE"), Pair("queue.stage", "IMMUTABLE")));
}

TEST(AQueueRequest, MayOmitTheStageInAnUpdate) {
  auto standing = SampleQueue();
  standing.set_stage("accepted");
  EXPECT_THAT(Wrongs(SampleRequest(), SamplePipeline(), &standing), ElementsAre());
}

}  // namespace
}  // namespace voronka::distribution
