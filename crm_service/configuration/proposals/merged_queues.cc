#include "crm_service/configuration/proposals/merged_queues.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "crm_service/configuration/documents/document_queues.h"
#include "crm_service/configuration/proposals/moved_violations.h"
#include "crm_service/configuration/proposals/named_pipeline.h"
#include "crm_service/sales/pipelines/stages.h"
#include "crm_service/sales/queues/queue_rules.h"

namespace voronka::crm {
namespace {

using google::protobuf::RepeatedField;
using google::protobuf::RepeatedPtrField;
using rpc::Violations;
using v1::Configuration;
using v1::ConfigurationQueue;
using v1::Pipeline;
using v1::Queue;
using v1::User;

constexpr size_t kMostMembers = 500;
constexpr size_t kMostToEscalateTo = 10;

// The key of the stage that a document's queue names. Empty: there is no such stage.
std::string StageNamedBy(const ConfigurationQueue& named, const std::vector<Pipeline>& pipelines) {
  const auto* pipeline = PipelineNamed(pipelines, named.pipeline());
  if (pipeline == nullptr || pipeline->stages().empty()) return "";
  if (named.stage().empty()) return pipeline->stages(0).key();
  const auto* stage = FindStage(*pipeline, named.stage());
  return stage == nullptr ? "" : stage->key();
}

bool KeepsItsStage(const Queue& queue, const std::vector<Pipeline>& pipelines) {
  const auto* pipeline = PipelineNamed(pipelines, queue.pipeline());
  return pipeline != nullptr && IsDistributable(*pipeline, queue.stage());
}

const ConfigurationQueue* NamedFor(const Queue& queue, const Configuration& wanted,
                                   const std::vector<Pipeline>& pipelines) {
  const auto named = std::ranges::find_if(wanted.queues(), [&](const ConfigurationQueue& each) {
    return each.pipeline() == queue.pipeline() && StageNamedBy(each, pipelines) == queue.stage();
  });
  return named == wanted.queues().end() ? nullptr : &*named;
}

RepeatedField<int64_t> ActiveIn(options::v1::Role role, const std::vector<User>& people, size_t most) {
  RepeatedField<int64_t> ids;
  for (const auto& user : people) {
    const bool is_one = user.role() == role && user.state() == User::STATE_ACTIVE;
    if (is_one && static_cast<size_t>(ids.size()) < most) ids.Add(user.id());
  }
  return ids;
}

RepeatedField<int64_t> UsuallyEscalatedTo(const std::vector<User>& people) {
  for (const auto role : {options::v1::ROLE_HEAD_OF_SALES, options::v1::ROLE_DIRECTOR, options::v1::ROLE_ADMIN}) {
    auto ids = ActiveIn(role, people, kMostToEscalateTo);
    if (!ids.empty()) return ids;
  }
  return {};
}

RepeatedField<int64_t> IdsOfLogins(const RepeatedPtrField<std::string>& logins, const std::vector<User>& people) {
  RepeatedField<int64_t> ids;
  for (const auto& login : logins) {
    if (const auto id = UserByLogin(people, login); id != 0) ids.Add(id);
  }
  return ids;
}

// Managers who take turns. Without any, whoever hears of what nobody takes.
void StaffAsUsual(const std::vector<User>& people, Queue& queue) {
  if (queue.escalate_to_user_ids().empty()) *queue.mutable_escalate_to_user_ids() = UsuallyEscalatedTo(people);
  if (queue.member_user_ids().empty()) {
    *queue.mutable_member_user_ids() = ActiveIn(options::v1::ROLE_MANAGER, people, kMostMembers);
  }
  if (queue.member_user_ids().empty()) *queue.mutable_member_user_ids() = queue.escalate_to_user_ids();
}

Queue ReplacedQueue(Queue queue, const ConfigurationQueue& named, const std::vector<User>& people) {
  queue.clear_take_within();
  if (named.has_take_within()) *queue.mutable_take_within() = named.take_within();
  queue.set_paused(named.paused());
  if (!named.members().empty()) *queue.mutable_member_user_ids() = IdsOfLogins(named.members(), people);
  if (!named.escalate_to().empty()) *queue.mutable_escalate_to_user_ids() = IdsOfLogins(named.escalate_to(), people);
  StaffAsUsual(people, queue);
  return WithUsualTime(std::move(queue));
}

Queue QueueOn(const std::string& pipeline, const std::string& stage) {
  Queue queue;
  queue.set_pipeline(pipeline);
  queue.set_stage(stage);
  return queue;
}

bool HasQueueOn(const std::vector<Queue>& queues, const Queue& place) {
  return std::ranges::any_of(queues, [&](const Queue& queue) {
    return queue.pipeline() == place.pipeline() && queue.stage() == place.stage();
  });
}

void CheckLogins(const RepeatedPtrField<std::string>& logins, const std::string& path, const std::vector<User>& people,
                 Violations& violations) {
  std::set<std::string> seen;
  for (int i = 0; i < logins.size(); ++i) {
    const auto place = fmt::format("{}[{}]", path, i);
    violations.AddUnless(UserByLogin(people, logins[i]) != 0, "UNKNOWN_USER", place,
                         {"Nobody has this login.", "Пользователя с таким логином нет."});
    violations.AddUnless(seen.insert(logins[i]).second, "DUPLICATE_MEMBER", place,
                         {"The user is named twice.", "Пользователь назван дважды."});
  }
}

}  // namespace

std::vector<Queue> MergedQueues(const AccountConfiguration& before, const std::vector<Pipeline>& pipelines,
                                const Configuration& wanted, Others others) {
  std::vector<Queue> queues;
  for (const auto& queue : before.queues) {
    if (!KeepsItsStage(queue, pipelines)) continue;
    const auto* named = NamedFor(queue, wanted, pipelines);
    if (named != nullptr) queues.push_back(ReplacedQueue(queue, *named, before.people));
    if (named == nullptr && others == Others::kStay) queues.push_back(queue);
  }
  for (const auto& named : wanted.queues()) {
    const auto place = QueueOn(named.pipeline(), StageNamedBy(named, pipelines));
    if (!KeepsItsStage(place, pipelines) || HasQueueOn(queues, place)) continue;
    queues.push_back(ReplacedQueue(place, named, before.people));
  }
  return queues;
}

void CheckQueues(const Configuration& wanted, const AccountConfiguration& after, Violations& violations) {
  std::set<std::string> seen;
  for (int i = 0; i < wanted.queues_size(); ++i) {
    const auto& named = wanted.queues(i);
    const auto path = fmt::format("queues[{}]", i);
    const auto check = [&](Violations& found) {
      CheckPlaceOfQueue(QueueOn(named.pipeline(), named.stage()), FindPipeline(after.pipelines, named.pipeline()),
                        found);
    };
    AddFrom(check, "queue", path, violations);
    const auto stage = StageNamedBy(named, after.pipelines);
    violations.AddUnless(stage.empty() || seen.insert(named.pipeline() + "/" + stage).second, "DUPLICATE_KEY",
                         path + ".stage", {"The stage has another queue.", "У этапа уже есть другая очередь."});
    CheckLogins(named.members(), path + ".members", after.people, violations);
    CheckLogins(named.escalate_to(), path + ".escalate_to", after.people, violations);
  }
}

}  // namespace voronka::crm
