#include "crm_service/sales/queues/queue_rules.h"

#include <fmt/format.h>
#include <google/protobuf/util/time_util.h>

#include <algorithm>

#include "crm_service/sales/pipelines/stages.h"

namespace voronka::crm {
namespace {

using google::protobuf::RepeatedField;
using rpc::Violations;
using v1::Pipeline;
using v1::Queue;
using v1::Stage;

constexpr int kUsualMinutesToTake = 5;

const Stage* StageOfQueue(const Pipeline& pipeline, const std::string& stage) {
  if (!stage.empty()) return FindStage(pipeline, stage);
  return pipeline.stages().empty() ? nullptr : &pipeline.stages(0);
}

void CheckUnmoved(const Queue& queue, const QueuePlace& place, const Queue& existing, Violations& violations) {
  const rpc::Text text = {"A queue keeps its place.", "Очередь нельзя перенести в другое место."};
  violations.AddUnless(place.pipeline == existing.pipeline(), "IMMUTABLE", "queue.pipeline", text);
  if (queue.stage().empty()) return;
  violations.AddUnless(place.stage == existing.stage(), "IMMUTABLE", "queue.stage", text);
}

void CheckUsersOfQueue(const std::string& field, const RepeatedField<int64_t>& user_ids, const QueueStaff& staff,
                       Violations& violations) {
  std::set<int64_t> seen;
  for (int i = 0; i < user_ids.size(); ++i) {
    const std::string path = fmt::format("queue.{}[{}]", field, i);
    violations.AddUnless(staff.all.contains(user_ids[i]), "UNKNOWN_USER", path,
                         {"There is no such user.", "Такого пользователя нет."});
    violations.AddUnless(seen.insert(user_ids[i]).second, "DUPLICATE_MEMBER", path,
                         {"The user is named twice.", "Пользователь назван дважды."});
  }
}

// A paused queue may wait for its members.
void CheckSomebodyWorks(const Queue& queue, const QueueStaff& staff, Violations& violations) {
  const auto is_known = [&](int64_t id) { return staff.all.contains(id); };
  const auto is_active = [&](int64_t id) { return staff.active.contains(id); };
  if (queue.paused() || !std::ranges::all_of(queue.member_user_ids(), is_known)) return;
  violations.AddUnless(std::ranges::any_of(queue.member_user_ids(), is_active), "USER_DISABLED",
                       "queue.member_user_ids",
                       {"All members are disabled; nobody could be offered a deal.",
                        "Все участники отключены: предлагать сделки некому."});
}

}  // namespace

QueueStaff StaffAmong(const std::vector<v1::User>& users) {
  QueueStaff staff;
  for (const auto& user : users) {
    staff.all.insert(user.id());
    if (user.state() == v1::User::STATE_ACTIVE) staff.active.insert(user.id());
  }
  return staff;
}

bool IsDistributable(const Pipeline& pipeline, const std::string& stage) {
  const auto* found = FindStage(pipeline, stage);
  return !IsArchived(pipeline) && found != nullptr && !IsClosing(*found);
}

QueuePlace CheckPlaceOfQueue(const Queue& queue, const std::optional<Pipeline>& pipeline, Violations& violations) {
  if (!pipeline) {
    violations.Add("UNKNOWN_PIPELINE", "queue.pipeline", {"There is no such pipeline.", "Такой воронки нет."});
    return {};
  }
  violations.AddUnless(!IsArchived(*pipeline), "PIPELINE_ARCHIVED", "queue.pipeline",
                       {"The pipeline is archived.", "Воронка в архиве."});
  const auto* stage = StageOfQueue(*pipeline, queue.stage());
  if (stage == nullptr) {
    violations.Add("UNKNOWN_STAGE", "queue.stage", {"The pipeline has no such stage.", "В воронке нет такого этапа."});
    return {};
  }
  violations.AddUnless(
      !IsClosing(*stage), "STAGE_NOT_OPEN", "queue.stage",
      {"Deals that are won or lost are not distributed.", "Сделки на закрывающем этапе не распределяются."});
  return {pipeline->key(), stage->key()};
}

QueuePlace CheckQueue(const Queue& queue, const std::optional<Pipeline>& pipeline, const QueueStaff& staff,
                      const Queue* existing) {
  Violations violations;
  QueuePlace place = CheckPlaceOfQueue(queue, pipeline, violations);
  if (existing != nullptr && violations.empty()) CheckUnmoved(queue, place, *existing, violations);
  CheckUsersOfQueue("member_user_ids", queue.member_user_ids(), staff, violations);
  CheckUsersOfQueue("escalate_to_user_ids", queue.escalate_to_user_ids(), staff, violations);
  CheckSomebodyWorks(queue, staff, violations);
  violations.ThrowIfAny();
  return place;
}

Queue WithUsualTime(Queue queue) {
  if (!queue.has_take_within()) {
    *queue.mutable_take_within() = google::protobuf::util::TimeUtil::MinutesToDuration(kUsualMinutesToTake);
  }
  return queue;
}

}  // namespace voronka::crm
