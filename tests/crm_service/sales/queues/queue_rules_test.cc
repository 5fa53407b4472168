#include "crm_service/sales/queues/queue_rules.h"

#include <gmock/gmock.h>

#include "foundation/rpc/requests/error.h"

namespace voronka::crm {
namespace {

using ::testing::ElementsAre;
using ::testing::Pair;

v1::Pipeline PipelineWithQueues() {
  v1::Pipeline pipeline;
  pipeline.set_id(4);
  pipeline.set_key("sales");
  for (const char* key : {"new", "accepted"}) {
    auto& stage = *pipeline.add_stages();
    stage.set_id(10 + pipeline.stages_size());
    stage.set_key(key);
  }
  return pipeline;
}

v1::Queue QueueOnIt() {
  v1::Queue queue;
  queue.set_pipeline("4");
  for (const int64_t user_id : {1, 2}) queue.add_member_user_ids(user_id);
  queue.add_escalate_to_user_ids(8);
  return queue;
}

v1::Queue Standing() {
  v1::Queue queue;
  queue.set_id(1);
  queue.set_pipeline("sales");
  queue.set_stage("new");
  return queue;
}

const QueueStaff kStaff = {.all = {1, 2, 3, 8}, .active = {1, 2, 8}};

std::vector<std::pair<std::string, std::string>> Wrongs(const v1::Queue& queue,
                                                        const std::optional<v1::Pipeline>& pipeline,
                                                        const v1::Queue* standing = nullptr) {
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
  const auto place = CheckQueue(QueueOnIt(), PipelineWithQueues(), kStaff, nullptr);
  EXPECT_EQ(place.pipeline, "sales");
  EXPECT_EQ(place.stage, "new");
}

TEST(AQueueRequest, NamesAStageByKeyOrId) {
  for (const char* name : {"accepted", "12"}) {
    auto queue = QueueOnIt();
    queue.set_stage(name);
    EXPECT_EQ(CheckQueue(queue, PipelineWithQueues(), kStaff, nullptr).stage, "accepted");
  }
}

TEST(AQueueRequest, ReportsAllViolationsAtOnce) {
  auto queue = QueueOnIt();
  queue.set_stage("nowhere");
  queue.add_member_user_ids(2);
  queue.add_member_user_ids(9);
  queue.add_escalate_to_user_ids(77);
  EXPECT_THAT(Wrongs(queue, PipelineWithQueues()),
              ElementsAre(Pair("queue.stage", "UNKNOWN_STAGE"), Pair("queue.member_user_ids[2]", "DUPLICATE_MEMBER"),
                          Pair("queue.member_user_ids[3]", "UNKNOWN_USER"),
                          Pair("queue.escalate_to_user_ids[1]", "UNKNOWN_USER")));
}

TEST(AQueueRequest, MustNameAnExistingPipeline) {
  EXPECT_THAT(Wrongs(QueueOnIt(), std::nullopt), ElementsAre(Pair("queue.pipeline", "UNKNOWN_PIPELINE")));
}

TEST(AQueueRequest, MustNotNameAClosingStage) {
  auto pipeline = PipelineWithQueues();
  for (const auto kind : {v1::Stage::KIND_WON, v1::Stage::KIND_LOST}) {
    pipeline.mutable_stages(0)->set_kind(kind);
    EXPECT_THAT(Wrongs(QueueOnIt(), pipeline), ElementsAre(Pair("queue.stage", "STAGE_NOT_OPEN")));
  }
}

TEST(AQueueRequest, NeedsAMemberWhoIsNotDisabled) {
  auto queue = QueueOnIt();
  queue.clear_member_user_ids();
  queue.add_member_user_ids(3);
  EXPECT_THAT(Wrongs(queue, PipelineWithQueues()), ElementsAre(Pair("queue.member_user_ids", "USER_DISABLED")));
  queue.add_member_user_ids(2);
  EXPECT_THAT(Wrongs(queue, PipelineWithQueues()), ElementsAre());
}

TEST(AQueueRequest, MayPauseAQueueWhoseMembersAreDisabled) {
  auto queue = QueueOnIt();
  queue.clear_member_user_ids();
  queue.add_member_user_ids(3);
  queue.set_paused(true);
  EXPECT_THAT(Wrongs(queue, PipelineWithQueues()), ElementsAre());
}

TEST(AQueueRequest, MustNotMoveAQueue) {
  auto standing = Standing();
  standing.set_pipeline("claims");
  auto queue = QueueOnIt();
  queue.set_stage("accepted");
  EXPECT_THAT(Wrongs(queue, PipelineWithQueues(), &standing),
              ElementsAre(Pair("queue.pipeline", "IMMUTABLE"), Pair("queue.stage", "IMMUTABLE")));
}

TEST(AQueueRequest, MayOmitTheStageInAnUpdate) {
  auto standing = Standing();
  standing.set_stage("accepted");
  EXPECT_THAT(Wrongs(QueueOnIt(), PipelineWithQueues(), &standing), ElementsAre());
}

}  // namespace
}  // namespace voronka::crm
