#include "crm_service/work/approvals/wanted_approval.h"

#include <algorithm>
#include <string>
#include <vector>

#include "crm_service/sales/pipelines/stages.h"
#include "crm_service/sales/rules/approval_digest.h"
#include "crm_service/sales/rules/binding_rules.h"
#include "crm_service/sales/rules/rule_check.h"
#include "crm_service/sales/rules/rule_facts.h"

namespace voronka::crm {
namespace {

constexpr int64_t kMicrosASecond = 1'000'000;
constexpr int64_t kUsualTimeout = 24 * 60 * 60 * kMicrosASecond;

int64_t TimeoutOf(const v1::ApprovalAsk& ask) {
  return ask.has_timeout() ? ask.timeout().seconds() * kMicrosASecond : kUsualTimeout;
}

}  // namespace

std::optional<WantedApproval> ApprovalWantedFor(rpc::Session& session, const LockedDeal& locked,
                                                const v1::Pipeline& pipeline, const v1::Stage& stage) {
  static const std::string silence;
  if (FindStage(locked.pipeline, locked.deal.stage()) == &stage) return std::nullopt;
  const Way way{FindStage(locked.pipeline, locked.deal.stage()), locked.pipeline.key(), pipeline, stage};
  auto rules = RulesOf(way);
  std::erase_if(rules, [](const BindingRule& each) { return !each.rule->has_approval(); });
  if (rules.empty()) return std::nullopt;
  // Whoever may give the approval may ask for it, too: for the manager whose deal it is.
  const Mover manager{options::v1::ROLE_MANAGER, silence, ""};
  RuleFacts facts(session, locked.deal);
  const Facts known = facts.For(rules);
  std::optional<WantedApproval> wanted;
  for (const auto& breach : BreachesOf(rules, known, way, manager)) {
    const auto& ask = breach.broken.rule->approval();
    if (!wanted) wanted = WantedApproval{ask.role(), TimeoutOf(ask), ApprovalDigest(rules, known)};
    wanted->role = std::max(wanted->role, ask.role());
    wanted->timeout = std::min(wanted->timeout, TimeoutOf(ask));
  }
  return wanted;
}

}  // namespace voronka::crm
