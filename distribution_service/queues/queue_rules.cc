#include "distribution_service/queues/queue_rules.h"

#include <fmt/format.h>

#include <algorithm>

#include "foundation/rpc/requests/error.h"

namespace voronka::distribution {
namespace {

using crm::v1::Pipeline;
using crm::v1::Stage;
using google::protobuf::RepeatedField;
using rpc::Violations;

const Stage* FindStage(const Pipeline& pipeline, const std::string& key_or_id) {
  if (key_or_id.empty()) return pipeline.stages().empty() ? nullptr : &pipeline.stages(0);
  for (const auto& stage : pipeline.stages()) {
    if (stage.key() == key_or_id || std::to_string(stage.id()) == key_or_id) return &stage;
  }
  return nullptr;
}

bool IsClosing(const Stage& stage) { return stage.kind() == Stage::KIND_WON || stage.kind() == Stage::KIND_LOST; }

QueuePlace CheckPlace(const v1::Queue& queue, const std::optional<Pipeline>& pipeline, Violations& violations) {
  if (!pipeline) {
    violations.Add("UNKNOWN_PIPELINE", "queue.pipeline", {"There is no such pipeline.", "Такой воронки нет."});
    return {};
  }
  violations.AddUnless(!pipeline->has_archive_time(), "PIPELINE_ARCHIVED", "queue.pipeline",
                       {"The pipeline is archived.", "Воронка в архиве."});
  const auto* stage = FindStage(*pipeline, queue.stage());
  if (stage == nullptr) {
    violations.Add("UNKNOWN_STAGE", "queue.stage", {"The pipeline has no such stage.", "В воронке нет такого этапа."});
    return {};
  }
  violations.AddUnless(
      !IsClosing(*stage), "STAGE_NOT_OPEN", "queue.stage",
      {"Deals that are won or lost are not distributed.", "Сделки на закрывающем этапе не распределяются."});
  return {pipeline->key(), stage->key()};
}

void CheckUnmoved(const v1::Queue& queue, const QueuePlace& place, const v1::QueueRow& existing,
                  Violations& violations) {
  const rpc::Text text = {"A queue keeps its place.", "Очередь нельзя перенести в другое место."};
  violations.AddUnless(place.pipeline == existing.pipeline(), "IMMUTABLE", "queue.pipeline", text);
  if (queue.stage().empty()) return;
  violations.AddUnless(place.stage == existing.stage(), "IMMUTABLE", "queue.stage", text);
}

void CheckUsers(const std::string& field, const RepeatedField<int64_t>& user_ids, const Users& users,
                Violations& violations) {
  Users seen;
  for (int i = 0; i < user_ids.size(); ++i) {
    const std::string path = fmt::format("queue.{}[{}]", field, i);
    violations.AddUnless(users.contains(user_ids[i]), "UNKNOWN_USER", path,
                         {"There is no such user.", "Такого пользователя нет."});
    violations.AddUnless(seen.insert(user_ids[i]).second, "DUPLICATE_MEMBER", path,
                         {"The user is named twice.", "Пользователь назван дважды."});
  }
}

// A paused queue may wait for its members.
void CheckSomebodyWorks(const v1::Queue& queue, const Staff& staff, Violations& violations) {
  const auto is_known = [&](int64_t id) { return staff.all.contains(id); };
  const auto is_active = [&](int64_t id) { return staff.active.contains(id); };
  if (queue.paused() || !std::ranges::all_of(queue.member_user_ids(), is_known)) return;
  violations.AddUnless(std::ranges::any_of(queue.member_user_ids(), is_active), "USER_DISABLED",
                       "queue.member_user_ids",
                       {"All members are disabled; nobody could be offered a deal.",
                        "Все участники отключены: предлагать сделки некому."});
}

}  // namespace

QueuePlace CheckQueue(const v1::Queue& queue, const std::optional<Pipeline>& pipeline, const Staff& staff,
                      const v1::QueueRow* existing) {
  Violations violations;
  QueuePlace place = CheckPlace(queue, pipeline, violations);
  if (existing != nullptr && violations.empty()) CheckUnmoved(queue, place, *existing, violations);
  CheckUsers("member_user_ids", queue.member_user_ids(), staff.all, violations);
  CheckUsers("escalate_to_user_ids", queue.escalate_to_user_ids(), staff.all, violations);
  CheckSomebodyWorks(queue, staff, violations);
  violations.ThrowIfAny();
  return place;
}

}  // namespace voronka::distribution
