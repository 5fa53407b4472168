#include <algorithm>
#include <string>
#include <utility>

#include "crm_service/people/users/users.h"
#include "crm_service/sales/deals/deal_contacts.h"
#include "crm_service/sales/deals/deal_steps.h"
#include "crm_service/sales/deals/deals.h"
#include "crm_service/sales/deals/move_steps.h"
#include "crm_service/work/leads/conversion_target.h"
#include "crm_service/work/leads/conversions.h"
#include "crm_service/work/leads/lead_client.h"
#include "crm_service/work/leads/lead_lock.h"
#include "crm_service/work/leads/lead_steps.h"
#include "crm_service/work/leads/lead_tasks.h"
#include "crm_service/work/leads/refusals.h"
#include "foundation/rpc/requests/error.h"

namespace voronka::crm {

using rpc::Session;
using v1::Deal;
using v1::Stage;

namespace {

// Every pipeline has one.
const Stage& WonStageOf(const v1::Pipeline& pipeline) {
  return *std::ranges::find(pipeline.stages(), Stage::KIND_WON, &Stage::kind);
}

v1::MoveDealRequest MoveToWon(const v1::ConvertLeadRequest& request, const LockedDeal& lead) {
  v1::MoveDealRequest move;
  move.set_deal_id(request.deal_id());
  move.set_stage(WonStageOf(lead.pipeline).key());
  move.set_comment(request.comment());
  if (request.has_deal()) *move.mutable_deal() = request.deal();
  if (request.has_update_mask()) *move.mutable_update_mask() = request.update_mask();
  if (request.has_contact()) *move.mutable_contact() = request.contact();
  if (request.has_contact_update_mask()) *move.mutable_contact_update_mask() = request.contact_update_mask();
  if (request.has_company()) *move.mutable_company() = request.company();
  if (request.has_company_update_mask()) *move.mutable_company_update_mask() = request.company_update_mask();
  return move;
}

// Whoever has the lead, unless they are gone.
int64_t OwnerOfDeal(Session& session, const Deal& lead) {
  const int64_t owner = lead.responsible_user_id();
  return owner != 0 && Users(session).IsActive(owner) ? owner : session.caller.user_id;
}

Deal MakeDealOf(Session& session, const Deal& lead, const v1::Pipeline& target, const std::string& stage) {
  v1::CreateDealRequest wanted;
  *wanted.mutable_deal() = DealOfLead(session, lead, target, stage);
  return MakeDeal(
      session, wanted,
      {.responsible_user_id = OwnerOfDeal(session, lead), .source_deal_id = lead.id(), .inherited = wanted.deal()});
}

}  // namespace

v1::Conversion ConvertLead(Session& session, const v1::ConvertLeadRequest& request) {
  const auto locked = LockLead(session, request.deal_id());
  RequireOpenLead(session, locked, request.epoch());
  const auto target = ConversionTarget(session, request.pipeline(), request.stage());
  auto move = MoveToWon(request, locked);
  GiveTypedClient(session, locked, move);

  rpc::Violations missing;
  auto won = UnlessRefused(missing, [&] { return MoveConverted(session, move); });
  // A refused move has written what came along with it.
  const auto lead = won ? *std::move(won) : Deals(session).Get(request.deal_id());
  RequireReachable(session, lead, missing);
  const auto deal = UnlessRefused(missing, [&] { return MakeDealOf(session, lead, target, request.stage()); });
  missing.ThrowIfAny(rpc::Code::kFailedPrecondition);

  DealContacts(session).Copy(lead.id(), deal->id());
  BringTasks(session, lead.id(), deal->id());
  TellOfConversion(session, locked.deal, *deal);
  v1::Conversion conversion;
  *conversion.mutable_lead() = lead;
  *conversion.mutable_deal() = *deal;
  return conversion;
}

}  // namespace voronka::crm
