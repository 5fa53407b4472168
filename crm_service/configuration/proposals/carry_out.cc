#include "crm_service/configuration/proposals/carry_out.h"

#include <google/protobuf/util/message_differencer.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "crm_service/fields/index/index_changes.h"
#include "crm_service/intake/forms/forms.h"
#include "crm_service/sales/deals/stage_clearing.h"
#include "crm_service/sales/pipelines/pipeline_changes.h"
#include "crm_service/sales/pipelines/pipelines.h"
#include "crm_service/sales/pipelines/stages.h"
#include "crm_service/sales/queues/queues.h"

namespace voronka::crm {
namespace {

using google::protobuf::util::MessageDifferencer;
using rpc::Session;
using v1::Form;
using v1::Pipeline;
using v1::Queue;

bool IsNew(const Pipeline& pipeline) { return pipeline.id() == 0; }

bool Differs(const Pipeline& pipeline, const AccountConfiguration& before) {
  const auto former = std::ranges::find(before.pipelines, pipeline.id(), &Pipeline::id);
  return former == before.pipelines.end() || !MessageDifferencer::Equals(*former, pipeline);
}

// Saving a new default takes the mark from the old one, so the old one is saved first. One is archived last: another
// must be in use by then.
enum class Turn { kOrdinary, kDefault, kNew, kArchived };

Turn TurnOf(const Pipeline& pipeline) {
  if (IsArchived(pipeline)) return Turn::kArchived;
  if (IsNew(pipeline)) return Turn::kNew;
  return pipeline.default_for_inquiries() ? Turn::kDefault : Turn::kOrdinary;
}

std::vector<Pipeline> InTurn(std::vector<Pipeline> pipelines) {
  std::ranges::stable_sort(pipelines, {}, TurnOf);
  return pipelines;
}

void SaveLocked(Session& session, const Pipeline& after, const StageMoves& moves) {
  auto in_use = after;
  in_use.clear_archive_time();
  const auto saved = SavePipeline(session, Pipelines(session).Lock(after.key()), std::move(in_use), moves);
  ClearStages(session, saved, moves);
  if (IsArchived(after)) Archive(session, saved);
}

StageMoves MovesIn(const DealMoves& moves, const std::string& pipeline) {
  const auto found = moves.find(pipeline);
  return found == moves.end() ? StageMoves() : found->second;
}

// Deals before pipelines, as a move locks them.
void LockDealsOf(Session& session, const DealMoves& moves) {
  for (const auto& [pipeline, of_pipeline] : moves) {
    for (const auto& [from, to] : of_pipeline) LockDealsOn(session, pipeline, from);
  }
}

void CarryOutPipelines(Session& session, const AccountConfiguration& before, const AccountConfiguration& after,
                       const DealMoves& moves) {
  LockDealsOf(session, moves);
  for (const auto& pipeline : InTurn(after.pipelines)) {
    if (!Differs(pipeline, before)) continue;
    if (IsNew(pipeline)) {
      AddPipeline(session, pipeline);
    } else {
      SaveLocked(session, pipeline, MovesIn(moves, pipeline.key()));
    }
  }
}

void CarryOutFieldSets(Session& session, const AccountConfiguration& before, const AccountConfiguration& after) {
  for (const auto& [entity, field_set] : after.field_sets) {
    const auto& former = before.field_sets.at(entity);
    if (!MessageDifferencer::Equals(former, field_set)) SaveFieldSet(session, former, field_set, field_set);
  }
}

void CarryOutForms(Session& session, const AccountConfiguration& before, const AccountConfiguration& after) {
  Forms forms(session);
  for (const auto& form : after.forms) {
    const auto former = std::ranges::find(before.forms, form.code(), &Form::code);
    if (former == before.forms.end()) {
      forms.Add(form);
    } else if (!MessageDifferencer::Equals(*former, form)) {
      forms.Save(forms.Lock(form.id()), form);
    }
  }
}

void CarryOutAccess(Session& session, const AccountConfiguration& before, const AccountConfiguration& after) {
  RoleAccesses accesses(session);
  for (const auto& [role, access] : after.role_access) {
    if (MessageDifferencer::Equals(before.role_access.at(role), access)) continue;
    accesses.Save(accesses.Lock(role), access);
  }
}

// What goes, first: another may take its stage.
void CarryOutQueues(Session& session, const AccountConfiguration& before, const AccountConfiguration& after) {
  Queues queues(session);
  for (const auto& former : before.queues) {
    const bool stays = std::ranges::count(after.queues, former.id(), &Queue::id) > 0;
    if (!stays) queues.Remove(queues.Lock(former.id()));
  }
  for (const auto& queue : after.queues) {
    const auto former = std::ranges::find(before.queues, queue.id(), &Queue::id);
    if (former == before.queues.end()) {
      queues.Add(queue);
    } else if (!MessageDifferencer::Equals(*former, queue)) {
      queues.Save(queues.Lock(queue.id()), queue);
    }
  }
}

}  // namespace

// Pipelines before fields, as a move locks them.
void CarryOut(Session& session, const AccountConfiguration& before, const AccountConfiguration& after,
              const DealMoves& moves) {
  CarryOutPipelines(session, before, after, moves);
  CarryOutQueues(session, before, after);
  CarryOutFieldSets(session, before, after);
  CarryOutForms(session, before, after);
  CarryOutAccess(session, before, after);
}

}  // namespace voronka::crm
