#include "crm_service/configuration/proposals/carry_out.h"

#include <google/protobuf/util/message_differencer.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "crm_service/fields/field_sets/field_sets.h"
#include "crm_service/intake/forms/forms.h"
#include "crm_service/sales/pipelines/pipeline_changes.h"
#include "crm_service/sales/pipelines/pipelines.h"
#include "crm_service/sales/pipelines/stages.h"

namespace voronka::crm {
namespace {

using google::protobuf::util::MessageDifferencer;
using rpc::Session;
using v1::Form;
using v1::Pipeline;

bool IsNew(const Pipeline& pipeline) { return pipeline.id() == 0; }

bool Differs(const Pipeline& pipeline, const AccountConfiguration& before) {
  const auto former = std::ranges::find(before.pipelines, pipeline.id(), &Pipeline::id);
  return former == before.pipelines.end() || !MessageDifferencer::Equals(*former, pipeline);
}

// A pipeline that ceases to be the default comes before the one that becomes it, which would end it for others. What is
// archived comes last, when another may have taken its place.
int Turn(const Pipeline& pipeline) {
  if (IsArchived(pipeline)) return 4;
  if (IsNew(pipeline)) return 3;
  return pipeline.default_for_inquiries() ? 2 : 1;
}

std::vector<Pipeline> InTurn(std::vector<Pipeline> pipelines) {
  std::ranges::stable_sort(pipelines, {}, Turn);
  return pipelines;
}

void SaveLocked(Session& session, const Pipeline& after) {
  auto in_use = after;
  in_use.clear_archive_time();
  const auto saved = SavePipeline(session, Pipelines(session).Lock(after.key()), std::move(in_use));
  if (IsArchived(after)) Archive(session, saved);
}

void CarryOutPipelines(Session& session, const AccountConfiguration& before, const AccountConfiguration& after) {
  for (const auto& pipeline : InTurn(after.pipelines)) {
    if (!Differs(pipeline, before)) continue;
    if (IsNew(pipeline)) {
      AddPipeline(session, pipeline);
    } else {
      SaveLocked(session, pipeline);
    }
  }
}

void CarryOutFieldSets(Session& session, const AccountConfiguration& before, const AccountConfiguration& after) {
  FieldSets field_sets(session);
  for (const auto& [entity, field_set] : after.field_sets) {
    if (MessageDifferencer::Equals(before.field_sets.at(entity), field_set)) continue;
    field_sets.Save(field_sets.Lock(entity), field_set);
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

}  // namespace

// In the order in which a move locks them.
void CarryOut(Session& session, const AccountConfiguration& before, const AccountConfiguration& after) {
  CarryOutPipelines(session, before, after);
  CarryOutFieldSets(session, before, after);
  CarryOutForms(session, before, after);
}

}  // namespace voronka::crm
