#include <google/protobuf/util/time_util.h>

#include <algorithm>

#include "foundation/process/clock.h"
#include "tests/crm_service/sales/properties/history.h"
#include "voronka/crm/v1/task.pb.h"

namespace voronka::properties {

using namespace crm::v1;

void History::Tick() {
  const auto scene = world_.SceneOf(AnyDeal());
  const auto pipeline = world_.PipelineOf(scene.deal.pipeline());
  const auto stage = std::ranges::find(pipeline.stages(), scene.deal.stage(), &Stage::key);
  if (stage == pipeline.stages().end() || stage->checklist().empty()) return;
  const auto& item = stage->checklist(dice_.Throw(stage->checklist_size()));
  TickChecklistItemRequest request;
  request.set_deal_id(scene.deal.id());
  request.set_item(item.key());
  request.set_untick(dice_.Once(5));
  auto& writer = WriterOf(scene.deal);
  const bool is_of_deal = !item.has_condition() || IsTrue(item.condition(), scene);
  const Reasons expected = !writer.MayChange(scene.deal) ? NotResponsible()
                           : is_of_deal                  ? Reasons()
                                                         : Reasons{"NOT_FOR_THIS_DEAL at item"};
  chronicle_.Expect(Send<Deal>(writer, request, scene.deal.id()), expected, scene.deal.id());
}

void History::NoteActivity() {
  const auto scene = world_.SceneOf(AnyDeal());
  CreateActivityRequest request;
  auto& activity = *request.mutable_activity();
  activity.set_deal_id(scene.deal.id());
  activity.set_kind(Activity::KIND_CALL);
  activity.set_direction(dice_.Once(3) ? Activity::DIRECTION_INCOMING : Activity::DIRECTION_OUTGOING);
  activity.set_reached(dice_.Once(3));
  chronicle_.ExpectOnly(Send<Activity>(WriterOf(scene.deal), request, scene.deal.id()), {"NOT_RESPONSIBLE", "NOT_OPEN"},
                        scene.deal.id());
}

void History::AskForApproval() {
  const auto scene = world_.SceneOf(AnyDeal());
  const auto move = RandomMove(scene);
  CreateApprovalRequest request;
  auto& approval = *request.mutable_approval();
  approval.set_deal_id(scene.deal.id());
  approval.set_pipeline(move.pipeline());
  approval.set_stage(move.stage());
  auto& writer = WriterOf(scene.deal);
  const auto answer = Send<Approval>(writer, request, scene.deal.id());
  chronicle_.ExpectOnly(answer,
                        {"NOT_RESPONSIBLE", "APPROVAL_AWAITED", "ALREADY_IN_STAGE", "NOT_OPEN", "APPROVAL_NOT_NEEDED"},
                        scene.deal.id());
  if (answer.failure) return;
  const auto from = world_.PipelineOf(scene.deal.pipeline());
  const auto to = move.pipeline().empty() ? from : world_.PipelineOf(move.pipeline());
  world_.Remember(scene.deal.id(), AgreedTo(StepOf(writer, move, from, to, scene.deal), scene));
}

void History::AnswerApproval() {
  const auto scene = world_.SceneOf(AnyDeal());
  if (scene.approvals.empty()) return;
  AnswerApprovalRequest request;
  request.set_approval_id(scene.approvals.front().id());
  request.set_state(dice_.Once(3) ? Approval::STATE_REFUSED : Approval::STATE_GIVEN);
  request.set_comment("Решено");
  // Services answer nothing.
  auto& writer = world_.writer(dice_.Throw(world_.writers() - 1));
  chronicle_.ExpectOnly(Send<Approval>(writer, request, scene.deal.id()),
                        {"NOT_ASKED", "APPROVAL_ANSWERED", "APPROVAL_WITHDRAWN"}, scene.deal.id());
}

void History::PlanTask() {
  const auto scene = world_.SceneOf(AnyDeal());
  if (!scene.has_open_task) {
    CreateTaskRequest request;
    request.mutable_task()->set_text("Позвонить");
    request.mutable_task()->set_deal_id(scene.deal.id());
    request.mutable_task()->set_assignee_user_id(world_.manager_id(0));
    *request.mutable_task()->mutable_due_time() = google::protobuf::util::TimeUtil::MicrosecondsToTimestamp(
        process::SystemClock().NowMicros() + int64_t{86'400'000'000});
    chronicle_.ExpectOnly(Send<Task>(world_.admin(), request, scene.deal.id()), {}, scene.deal.id());
    return;
  }
  ListTasksRequest list;
  list.set_deal_id(scene.deal.id());
  const auto tasks = world_.admin().client().Call<ListTasksResponse>(list);
  CompleteTaskRequest request;
  request.set_task_id(tasks.tasks(0).id());
  request.set_result("Сделано");
  chronicle_.ExpectOnly(Send<CompleteTaskResponse>(world_.admin(), request, scene.deal.id()), {}, scene.deal.id());
}

void History::Reassign() {
  const auto scene = world_.SceneOf(AnyDeal());
  ReassignDealRequest request;
  request.set_deal_id(scene.deal.id());
  request.set_user_id(world_.manager_id(dice_.Throw(2)));
  chronicle_.ExpectOnly(Send<Deal>(world_.admin(), request, scene.deal.id()), {}, scene.deal.id());
}

}  // namespace voronka::properties
