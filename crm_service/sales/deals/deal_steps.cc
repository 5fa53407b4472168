#include "crm_service/sales/deals/deal_steps.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "crm_service/clients/sight/held_clients.h"
#include "crm_service/fields/index/index_filter.h"
#include "crm_service/fields/rights/system_field_rights.h"
#include "crm_service/fields/values/checked_fields.h"
#include "crm_service/people/users/active_user.h"
#include "crm_service/people/users/users.h"
#include "crm_service/sales/deals/client_deals.h"
#include "crm_service/sales/deals/client_manager.h"
#include "crm_service/sales/deals/deal_access.h"
#include "crm_service/sales/deals/deal_contacts.h"
#include "crm_service/sales/deals/deal_lock.h"
#include "crm_service/sales/deals/deal_references.h"
#include "crm_service/sales/deals/deal_rules.h"
#include "crm_service/sales/deals/deals.h"
#include "crm_service/sales/deals/epoch.h"
#include "crm_service/sales/deals/outdated_approvals.h"
#include "crm_service/sales/deals/owner_change.h"
#include "crm_service/sales/deals/reassignment.h"
#include "crm_service/sales/deals/sorting.h"
#include "crm_service/sales/deals/stage_totals.h"
#include "crm_service/sales/deals/stage_visits.h"
#include "crm_service/sales/deals/typed_client.h"
#include "crm_service/sales/pipelines/pipelines.h"
#include "crm_service/sales/pipelines/stages.h"
#include "crm_service/sales/rules/stage_gate.h"
#include "crm_service/sales/sight/seen_deals.h"
#include "foundation/rpc/requests/created.h"
#include "foundation/rpc/requests/error.h"
#include "foundation/rpc/requests/etag.h"
#include "foundation/rpc/requests/page.h"
#include "foundation/rpc/requests/update_mask.h"

namespace voronka::crm {

using rpc::Session;
using rpc::Violations;
using v1::Deal;
using v1::ResourceChange;
using v1::TimelineEntry;

namespace {

const v1::Pipeline* AddressOf(const std::optional<v1::Pipeline>& pipeline) { return pipeline ? &*pipeline : nullptr; }

// What the stage, and those before it, ask of a deal that begins there.
void CheckBeginning(Session& session, const Deal& deal, const v1::Pipeline& pipeline, const v1::Stage& stage) {
  static const std::string silence;
  Violations violations;
  RuleFacts facts(session, deal);
  CheckWay(facts, {nullptr, silence, pipeline, stage}, {session.caller.role, silence, ""}, violations);
  violations.ThrowIfAny(rpc::Code::kFailedPrecondition);
}

// A deal without a company is made with that of its contact, which cannot change until the session commits.
void TakeCompanyOf(Session& session, const std::optional<v1::Contact>& contact, Deal& deal) {
  if (!contact || deal.company_id() != 0) return;
  HoldCompany(session, contact->company_id());
  deal.set_company_id(contact->company_id());
}

// Whether an edit says itself whether the client has agreed to the amount.
bool NamesConfirmation(const Deal& change, const google::protobuf::FieldMask& update_mask) {
  if (update_mask.paths().empty()) return change.amount_confirmed();
  return std::ranges::any_of(update_mask.paths(),
                             [](const std::string& path) { return path == "amount_confirmed" || path == "*"; });
}

// The tasks may stay with the manager who had the deal, as long as that is somebody who can do them.
bool KeepsTasks(Session& session, const v1::ReassignDealRequest& request, const Deal& before) {
  return request.keep_tasks() && Users(session).IsActive(before.responsible_user_id());
}

}  // namespace

Deal MakeDeal(Session& session, const v1::CreateDealRequest& request, const Origin& origin, Violations violations) {
  const auto& draft = request.deal();
  violations.AddUnless(!draft.pipeline().empty(), "REQUIRED", "deal.pipeline",
                       {"A deal needs a pipeline.", "Укажите воронку."});
  auto contact = FindContact(session, draft.contact_id(), 0, violations);
  RequireCompany(session, draft.company_id(), 0, violations);
  TypedClient client(session, request, violations);
  auto deal = rpc::Created(draft);
  CheckFields(session, v1::ENTITY_DEAL, 0, origin.inherited.fields(), *deal.mutable_fields(), "deal.fields",
              violations);
  CheckMayEditSystemFields(session, v1::ENTITY_DEAL, origin.inherited, deal, violations);
  Users(session).RequireUser(draft.responsible_user_id(), "deal.responsible_user_id", violations);
  CheckMayNameOwner(session, draft.responsible_user_id(), "deal.responsible_user_id", violations);
  const auto pipeline = Pipelines(session).FindForWrite(draft.pipeline());
  const auto* stage = StageForNewDeal(draft, AddressOf(pipeline), violations);
  violations.ThrowIfAny();
  if (draft.responsible_user_id() != 0) {
    CheckMayGetWork(session, draft.responsible_user_id(), "deal.responsible_user_id");
  }
  client.GiveTo(deal, contact);
  TakeCompanyOf(session, contact, deal);
  CheckBeginning(session, deal, *pipeline, *stage);

  deal.set_pipeline(pipeline->key());
  deal.set_stage(stage->key());
  deal.set_state(Deal::STATE_OPEN);
  deal.set_responsible_user_id(origin.responsible_user_id);
  deal.set_source_deal_id(origin.source_deal_id);
  SetSortDeadline(*stage, session.Now(), deal);
  if (contact) deal.set_client_manager_user_id(ClientManager(session, *contact));
  return Deals(session).Insert(std::move(deal));
}

Deal CreateDeal(Session& session, const v1::CreateDealRequest& request) {
  const int64_t named = request.deal().responsible_user_id();
  return MakeDeal(session, request, {.responsible_user_id = named != 0 ? named : session.caller.user_id});
}

Deal GetDeal(Session& session, const v1::GetDealRequest& request) { return GetSeenDeal(session, request.deal_id()); }

std::optional<Deal> EditDeal(Session& session, const Deal& before, const Deal& change,
                             const google::protobuf::FieldMask& update_mask, Violations& violations) {
  auto after = before;
  const auto changed = rpc::ApplyUpdate(change, update_mask, after, violations);
  if (changed.empty()) return std::nullopt;
  if (std::ranges::count(changed, "amount") > 0 && !NamesConfirmation(change, update_mask)) {
    after.set_amount_confirmed(false);
  }
  const auto contact = FindContact(session, after.contact_id(), before.contact_id(), violations);
  RequireCompany(session, after.company_id(), before.company_id(), violations);
  CheckFields(session, v1::ENTITY_DEAL, before.id(), before.fields(), *after.mutable_fields(), "deal.fields",
              violations);
  CheckMayEditSystemFields(session, v1::ENTITY_DEAL, before, after, violations);
  if (after.contact_id() != before.contact_id()) TakeCompanyOf(session, contact, after);
  return after;
}

Deal SaveEdit(Session& session, const Deal& before, Deal after) {
  DealContacts(session).KeepMainApart(before, after);
  return Deals(session).Save(before, std::move(after),
                             {.kind = ResourceChange::KIND_UPDATED, .entry_kind = TimelineEntry::KIND_DEAL_UPDATED});
}

Deal UpdateDeal(Session& session, const v1::UpdateDealRequest& request) {
  const auto locked = LockDeal(session, request.deal_id());
  const auto& before = locked.deal;
  CheckMayChange(session, before);
  rpc::CheckEtag(request.etag(), before.etag());
  Violations violations;
  auto after = EditDeal(session, before, request.deal(), request.update_mask(), violations);
  violations.ThrowIfAny();
  if (!after) return before;
  CheckRulesKeptByDeal(session, locked.pipeline, before, *after, violations);
  violations.ThrowIfAny(rpc::Code::kFailedPrecondition);
  auto saved = SaveEdit(session, before, *std::move(after));
  if (locked.has_approvals) WithdrawOutdated(session, locked.pipeline, saved);
  return saved;
}

Deal ReassignDeal(Session& session, const v1::ReassignDealRequest& request, const DealHandover& handover) {
  const auto locked = LockDeal(session, request.deal_id());
  const auto& before = locked.deal;
  CheckMayChange(session, before);
  CheckEpoch(request.epoch(), before);
  CheckOfferStands(session, locked);
  Violations forbidden;
  CheckMayChangeOwner(session, before.responsible_user_id(), request.user_id(), "user_id", forbidden);
  forbidden.ThrowIfAny(rpc::Code::kPermissionDenied);
  CheckMayGetWork(session, request.user_id(), "user_id");
  if (before.responsible_user_id() == request.user_id() && !IsOnOffer(before)) return before;
  return Reassign(session, before,
                  {.user_id = request.user_id(),
                   .reason = request.reason(),
                   .handover = KeepsTasks(session, request, before) ? DealHandover() : handover});
}

v1::ListDealsResponse ListDeals(Session& session, const v1::ListDealsRequest& request) {
  const rpc::Page page(request, {std::numeric_limits<int64_t>::max()});
  const auto pipeline = Pipelines(session).Get(request.pipeline());
  const auto& stage = GetStage(pipeline, request.stage());
  const auto sight = SightOf(session, v1::ENTITY_DEAL);
  const StageFilter filter{pipeline.key(), stage.key(), sight.Among(ResponsibleIn(request)),
                           IndexFilter(session, v1::ENTITY_DEAL, request.field_filters())};
  v1::ListDealsResponse response;
  page.Fill(Deals(session).OnStage(filter, page.key(), page.limit()), response.mutable_deals(),
            response.mutable_next_page_token(), [](const Deal& deal) { return std::vector{deal.id()}; });
  return response;
}

v1::ListClientDealsResponse ListClientDeals(Session& session, const v1::ListClientDealsRequest& request) {
  const rpc::Page page(request, {std::numeric_limits<int64_t>::max()});
  const int64_t contact = request.contact_id();
  RequireClient(contact, request.company_id());
  Deals deals(session);
  const auto sight = SightOf(session, v1::ENTITY_DEAL);
  v1::ListClientDealsResponse response;
  page.Fill(contact != 0 ? deals.OfContact(contact, sight.owners(), page.key(), page.limit())
                         : deals.OfCompany(request.company_id(), sight.owners(), page.key(), page.limit()),
            response.mutable_deals(), response.mutable_next_page_token(),
            [](const Deal& deal) { return std::vector{deal.id()}; });
  return response;
}

v1::ListStageTotalsResponse ListStageTotals(Session& session, const v1::ListStageTotalsRequest& request) {
  const auto pipeline = Pipelines(session).Get(request.pipeline());
  const auto owners = SightOf(session, v1::ENTITY_DEAL).Among(ResponsibleIn(request));
  v1::ListStageTotalsResponse response;
  for (auto& total : StageTotals(session).Of(pipeline.key(), owners)) {
    *response.add_totals() = std::move(total);
  }
  return response;
}

v1::ListStageHistoryResponse ListStageHistory(Session& session, const v1::ListStageHistoryRequest& request) {
  const rpc::Page page(request, {0});
  GetSeenDeal(session, request.deal_id());
  v1::ListStageHistoryResponse response;
  page.Fill(StageVisits(session).Of(request.deal_id(), page.key(), page.limit()), response.mutable_visits(),
            response.mutable_next_page_token(), [](const v1::StageVisit& visit) { return std::vector{visit.id()}; });
  return response;
}

}  // namespace voronka::crm
