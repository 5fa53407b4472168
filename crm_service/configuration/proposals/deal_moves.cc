#include "crm_service/configuration/proposals/deal_moves.h"

#include <fmt/format.h>

#include <utility>

#include "crm_service/configuration/proposals/named_pipeline.h"
#include "crm_service/sales/pipelines/stages.h"

namespace voronka::crm {

using rpc::Violations;
using v1::ConfigurationDifference;
using v1::Pipeline;

namespace {

const Pipeline& PipelineIn(const AccountConfiguration& configuration, const std::string& key) {
  return *PipelineNamed(configuration.pipelines, key);
}

// What a stage is called in a pipeline that has it.
const std::string& StageName(const Pipeline& pipeline, const std::string& stage) {
  return FindStage(pipeline, stage)->name();
}

}  // namespace

DealMoves CheckedMoves(const v1::Configuration& wanted, const AccountConfiguration& before,
                       const AccountConfiguration& after, Violations& violations) {
  for (int i = 0; i < wanted.stage_moves_size(); ++i) {
    violations.AddUnless(!wanted.stage_moves(i).pipeline().empty(), "REQUIRED",
                         fmt::format("stage_moves[{}].pipeline", i),
                         {"Name the pipeline of the stage.", "Укажите воронку этапа."});
  }
  DealMoves moves;
  for (const auto& former : before.pipelines) {
    auto of_pipeline = CheckedMoves(wanted.stage_moves(), former, PipelineIn(after, former.key()), violations);
    if (!of_pipeline.empty()) moves.emplace(former.key(), std::move(of_pipeline));
  }
  return moves;
}

std::vector<ConfigurationDifference> DifferencesOf(rpc::Session& session, const DealMoves& moves,
                                                   const AccountConfiguration& before,
                                                   const AccountConfiguration& after) {
  std::vector<ConfigurationDifference> differences;
  for (const auto& [key, of_pipeline] : moves) {
    const auto& former = PipelineIn(before, key);
    for (const auto& [from, to] : of_pipeline) {
      const auto deals = CountDealsOn(session, key, from);
      if (deals == 0) continue;
      auto& difference = differences.emplace_back();
      difference.set_kind(ConfigurationDifference::KIND_DEALS_MOVED);
      difference.set_path(fmt::format("pipelines[\"{}\"].stages[\"{}\"]", key, from));
      difference.add_names(former.name());
      difference.add_names(StageName(former, from));
      difference.set_before(StageName(former, from));
      difference.set_after(StageName(PipelineIn(after, key), to));
      difference.set_deals(deals);
    }
  }
  return differences;
}

}  // namespace voronka::crm
