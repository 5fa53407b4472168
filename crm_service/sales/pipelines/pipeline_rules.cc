#include "crm_service/sales/pipelines/pipeline_rules.h"

#include <algorithm>
#include <set>
#include <string>

#include "crm_service/sales/pipelines/deal_count.h"
#include "crm_service/sales/pipelines/stages.h"

namespace voronka::crm {
namespace {

using rpc::Violations;
using v1::Stage;

std::string Path(const char* list, int index, const char* field) {
  return std::string("pipeline.") + list + "[" + std::to_string(index) + "]." + field;
}

template <class Items>
void CheckKeys(const Items& items, const char* list, Violations& violations) {
  std::set<std::string> seen;
  for (int i = 0; i < items.size(); ++i) {
    violations.AddUnless(seen.insert(items[i].key()).second, "DUPLICATE_KEY", Path(list, i, "key"),
                         {"The key is used twice.", "Ключ повторяется."});
  }
}

void CheckTakeStage(const v1::Pipeline& pipeline, Violations& violations) {
  if (pipeline.take_stage().empty()) return;
  const auto stage = std::ranges::find(pipeline.stages(), pipeline.take_stage(), &Stage::key);
  if (stage == pipeline.stages().end()) {
    return violations.Add("UNKNOWN_STAGE", "pipeline.take_stage",
                          {"The pipeline has no such stage.", "В воронке нет такого этапа."});
  }
  violations.AddUnless(stage->kind() == Stage::KIND_OPEN, "TAKE_STAGE_NOT_OPEN", "pipeline.take_stage",
                       {"A deal that is taken can only move to an open stage.",
                        "Взятая в работу сделка может перейти только на открытый этап."});
}

void CheckStage(const v1::Pipeline& pipeline, int index, Violations& violations) {
  const auto& stage = pipeline.stages(index);
  violations.AddUnless(stage.kind() != Stage::KIND_INCOMING || index == 0, "INCOMING_NOT_FIRST",
                       Path("stages", index, "kind"),
                       {"Only the first stage may be incoming.", "Неразобранное может быть только первым этапом."});
  violations.AddUnless(index == 0 || IsClosing(stage) || !IsClosing(pipeline.stages(index - 1)), "CLOSING_NOT_LAST",
                       Path("stages", index, "kind"),
                       {"Won and lost stages must come last.", "Закрывающие этапы стоят в конце."});
  violations.AddUnless(!stage.parking() || stage.kind() == Stage::KIND_OPEN, "PARKING_NOT_OPEN",
                       Path("stages", index, "parking"),
                       {"Only an open stage may be parking.", "Боковым может быть только открытый этап."});
  violations.AddUnless(!stage.has_probability() || stage.kind() == Stage::KIND_OPEN, "PROBABILITY_NOT_OPEN",
                       Path("stages", index, "probability"),
                       {"Only an open stage has a probability.", "Вероятность бывает только у открытого этапа."});
  violations.AddUnless(
      stage.sort_minutes() == 0 || stage.kind() == Stage::KIND_INCOMING, "SORT_MINUTES_NOT_INCOMING",
      Path("stages", index, "sort_minutes"),
      {"Only an incoming stage has a time for sorting.", "Срок разбора бывает только у «Неразобранного»."});
  if (stage.loss_reason().empty()) return;
  violations.AddUnless(stage.kind() == Stage::KIND_LOST, "NOT_A_LOST_STAGE", Path("stages", index, "loss_reason"),
                       {"Only a lost stage has a loss reason.", "Причина отказа бывает только у этапа отказа."});
  violations.AddUnless(FindLossReason(pipeline, stage.loss_reason()) != nullptr, "UNKNOWN_LOSS_REASON",
                       Path("stages", index, "loss_reason"),
                       {"The pipeline has no such loss reason.", "В воронке нет такой причины отказа."});
}

auto Count(const v1::Pipeline& pipeline, Stage::Kind kind) {
  return std::count_if(pipeline.stages().begin(), pipeline.stages().end(),
                       [kind](const Stage& stage) { return stage.kind() == kind; });
}

void CheckKinds(const v1::Pipeline& pipeline, Violations& violations) {
  violations.AddUnless(Count(pipeline, Stage::KIND_OPEN) > 0, "NO_OPEN_STAGE", "pipeline.stages",
                       {"At least one open stage is required.", "Нужен хотя бы один открытый этап."});
  violations.AddUnless(Count(pipeline, Stage::KIND_WON) == 1, "ONE_WON_STAGE", "pipeline.stages",
                       {"Exactly one won stage is required.", "Нужен ровно один успешный этап."});
  violations.AddUnless(Count(pipeline, Stage::KIND_LOST) > 0, "NO_LOST_STAGE", "pipeline.stages",
                       {"At least one lost stage is required.", "Нужен этап отказа."});
}

}  // namespace

void CheckPipeline(const v1::Pipeline& pipeline, Violations& violations) {
  CheckKeys(pipeline.stages(), "stages", violations);
  CheckKeys(pipeline.loss_reasons(), "loss_reasons", violations);
  CheckKinds(pipeline, violations);
  for (int i = 0; i < pipeline.stages_size(); ++i) CheckStage(pipeline, i, violations);
  CheckTakeStage(pipeline, violations);
}

void CheckRepeatPipeline(const v1::Pipeline& pipeline, const std::set<std::string>& pipelines, Violations& violations) {
  const auto& repeat = pipeline.repeat_pipeline();
  if (repeat.empty() || repeat == pipeline.key() || pipelines.contains(repeat)) return;
  violations.Add("UNKNOWN_PIPELINE", "pipeline.repeat_pipeline", {"There is no such pipeline.", "Такой воронки нет."});
}

bool HasRules(const v1::Pipeline& pipeline) {
  return std::ranges::any_of(pipeline.stages(), [](const Stage& stage) {
    return stage.rules_size() > 0 || stage.checklist_size() > 0 || stage.has_questionnaire();
  });
}

void CheckMayBeDefault(const v1::Pipeline& pipeline) {
  if (!IsArchived(pipeline) || !pipeline.default_for_inquiries()) return;
  throw rpc::Error(rpc::Code::kFailedPrecondition,
                   {"PIPELINE_ARCHIVED",
                    "pipeline.default_for_inquiries",
                    {"The pipeline is archived and takes no inquiries.", "Воронка в архиве и не принимает заявки."}});
}

void CheckMayBeArchived(const v1::Pipeline& pipeline, const PipelineUse& use) {
  Violations violations;
  const auto deals = std::to_string(use.open_deals);
  violations.AddUnless(
      use.open_deals == 0, "PIPELINE_IN_USE", "pipeline",
      {"The pipeline has open deals: " + deals + ".", "В воронке есть открытые сделки: " + deals + "."});
  violations.AddUnless(!pipeline.default_for_inquiries(), "PIPELINE_IS_DEFAULT", "pipeline",
                       {"The pipeline takes the account's inquiries: make another one the default first.",
                        "Эта воронка принимает заявки: сначала назначьте для них другую."});
  violations.AddUnless(!use.is_last, "LAST_PIPELINE", "pipeline",
                       {"At least one pipeline must stay in use.", "В работе должна остаться хотя бы одна воронка."});
  violations.ThrowIfAny(rpc::Code::kFailedPrecondition, {{"open_deals", deals}});
}

void CheckHaveNoDeals(const std::vector<StageUse>& uses) {
  Violations violations;
  int64_t open = 0;
  int64_t closed = 0;
  for (const auto& [stage, open_deals, closed_deals] : uses) {
    if (open_deals + closed_deals == 0) continue;
    open += open_deals;
    closed += closed_deals;
    const auto count = DealCount(open_deals, closed_deals);
    violations.Add("STAGE_IN_USE", "pipeline.stages",
                   {"The stage “" + stage.name() + "” has " + count.en + ".",
                    "На этапе «" + stage.name() + "» " + count.ru + "."});
  }
  violations.ThrowIfAny(rpc::Code::kFailedPrecondition,
                        {{"open_deals", std::to_string(open)}, {"closed_deals", std::to_string(closed)}});
}

}  // namespace voronka::crm
