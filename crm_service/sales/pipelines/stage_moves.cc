#include "crm_service/sales/pipelines/stage_moves.h"

#include <fmt/format.h>

#include "crm_service/sales/pipelines/stages.h"

namespace voronka::crm {

using google::protobuf::RepeatedPtrField;
using rpc::Session;
using rpc::Violations;
using v1::Pipeline;
using v1::Stage;
using v1::StageMove;

StageMoves CheckedMoves(const RepeatedPtrField<StageMove>& moves, const Pipeline& before, const Pipeline& after,
                        Violations& violations) {
  StageMoves checked;
  for (int i = 0; i < moves.size(); ++i) {
    const auto& move = moves[i];
    const bool is_of_another = !move.pipeline().empty() && move.pipeline() != before.key();
    const auto* from = is_of_another ? nullptr : FindStage(before, move.from());
    if (from == nullptr) continue;
    const auto path = fmt::format("stage_moves[{}]", i);
    violations.AddUnless(FindStage(after, from->key()) == nullptr, "STAGE_STAYS", path + ".from",
                         {"The stage “" + from->name() + "” stays: only deals of stages that are removed move.",
                          "Этап «" + from->name() + "» остаётся: переходят только сделки убранных этапов."});
    violations.AddUnless(checked.emplace(from->key(), move.to()).second, "DUPLICATE_KEY", path + ".from",
                         {"The stage is named twice.", "Этап назван дважды."});
    CheckAlike(from, FindStage(after, move.to()), path + ".to", violations);
  }
  return checked;
}

void CheckAlike(const Stage* from, const Stage* to, const std::string& path, Violations& violations) {
  violations.AddUnless(to != nullptr, "UNKNOWN_STAGE", path,
                       {"The pipeline has no such stage.", "В воронке нет такого этапа."});
  violations.AddUnless(from == nullptr || to == nullptr || StateOn(*from) == StateOn(*to), "OTHER_STATE", path,
                       {"Open deals go to an open stage, won ones to a won one, lost ones to a lost one.",
                        "Открытые сделки переходят на открытый этап, успешные — на успешный, проигранные — на "
                        "проигранный."});
}

void LockDealsOn(Session& session, const std::string& pipeline, const std::string& stage) {
  session.db.Query(
      "SELECT id FROM deals WHERE account_id = ? AND pipeline = ? AND stage = ? ORDER BY id LIMIT ? FOR UPDATE",
      session.account_id(), pipeline, stage, kMostMovedDeals);
}

int64_t CountDealsOn(Session& session, const std::string& pipeline, const std::string& stage) {
  return session.db
      .Query("SELECT COUNT(*) FROM deals WHERE account_id = ? AND pipeline = ? AND stage = ?", session.account_id(),
             pipeline, stage)
      .at(0)
      .Int(0);
}

void CheckFewEnough(Session& session, const Pipeline& before, const StageMoves& moves, Violations& violations) {
  int64_t deals = 0;
  for (const auto& [from, to] : moves) deals += CountDealsOn(session, before.key(), from);
  violations.AddUnless(
      deals <= kMostMovedDeals, "TOO_MANY_DEALS", "stage_moves",
      {fmt::format("{} deals would move, and at most {} can at once: move them with MoveStageDeals first.", deals,
                   kMostMovedDeals),
       fmt::format("Перейти должны сделки, всего {}, а за один раз — не больше {}: сначала перенесите их по частям "
                   "(MoveStageDeals).",
                   deals, kMostMovedDeals)});
}

}  // namespace voronka::crm
