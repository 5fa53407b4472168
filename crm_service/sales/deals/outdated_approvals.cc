#include "crm_service/sales/deals/outdated_approvals.h"

#include <google/protobuf/util/time_util.h>

#include <optional>
#include <vector>

#include "crm_service/sales/approvals/approval_rules.h"
#include "crm_service/sales/approvals/approvals.h"
#include "crm_service/sales/pipelines/pipelines.h"
#include "crm_service/sales/pipelines/stages.h"
#include "crm_service/sales/rules/approval_digest.h"
#include "crm_service/sales/rules/binding_rules.h"

namespace voronka::crm {

using v1::Approval;
using v1::Deal;
using v1::Pipeline;

bool IsOutdated(rpc::Session& session, const Pipeline& from, const Deal& deal, const Approval& approval,
                RuleFacts& facts) {
  const bool stays = approval.pipeline() == from.key();
  const auto other = stays ? std::nullopt : Pipelines(session).Find(approval.pipeline());
  const Pipeline* pipeline = stays ? &from : other ? &*other : nullptr;
  const auto* stage = pipeline == nullptr ? nullptr : FindStage(*pipeline, approval.stage());
  if (stage == nullptr) return true;
  auto rules = RulesOf({FindStage(from, deal.stage()), from.key(), *pipeline, *stage});
  std::erase_if(rules, [](const BindingRule& each) { return !each.rule->has_approval(); });
  return !IsOfDealAsItIs(approval, ApprovalDigest(rules, facts.For(rules)));
}

void WithdrawOutdated(rpc::Session& session, const Pipeline& from, const Deal& deal, RuleFacts& facts) {
  for (const auto& approval : Approvals(session).StandingOf({deal.id()})) {
    const bool is_of_stage = !(approval.create_time() < deal.stage_enter_time());
    if (is_of_stage && IsOutdated(session, from, deal, approval, facts)) {
      Approvals(session).Outdate(deal, approval.id());
    }
  }
}

void WithdrawOutdated(rpc::Session& session, const Pipeline& from, const Deal& deal) {
  RuleFacts facts(session, deal, RuleFacts::Use::kAnswer);
  WithdrawOutdated(session, from, deal, facts);
}

}  // namespace voronka::crm
