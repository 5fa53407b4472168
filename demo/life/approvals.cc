#include <string>

#include "demo/life/asked_of_way.h"
#include "demo/life/living_deal.h"
#include "demo/life/said.h"
#include "voronka/crm/v1/approval.pb.h"

// The head of sales agrees to a move.
namespace voronka::demo {
namespace {

using crm::v1::Approval;
using crm::v1::Stage;

Approval AskForApproval(LivingDeal& deal, const std::string& stage) {
  crm::v1::CreateApprovalRequest request;
  Approval& approval = *request.mutable_approval();
  approval.set_deal_id(deal.deal_id);
  approval.set_stage(stage);
  approval.set_comment(std::string(deal.chance.OneOf(ReasonsToAgree())));
  return deal.manager().Call<Approval>(request);
}

}  // namespace

void GetApproval(LivingDeal& deal, const std::string& stage) {
  crm::v1::AnswerApprovalRequest request;
  request.set_approval_id(AskForApproval(deal, stage).id());
  request.set_state(Approval::STATE_GIVEN);
  request.set_comment(std::string(deal.chance.OneOf(WordsOfApproval())));
  deal.office.head_of_sales().Call<Approval>(request);
}

bool AwaitApproval(LivingDeal& deal) {
  if (deal.stage == nullptr || deal.stage->kind() != Stage::KIND_OPEN) return false;
  const Stage* to = StageToApprove(*deal.plan.pipeline, *deal.stage);
  if (to == nullptr) return false;
  TryToReach(deal, AttemptsAsked(*deal.stage, *to));
  AskForApproval(deal, to->key());
  return true;
}

}  // namespace voronka::demo
