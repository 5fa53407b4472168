#include "crm_service/sales/deals/deal_work.h"

#include "crm_service/clients/contacts/contacts.h"
#include "crm_service/sales/deals/client_manager.h"
#include "crm_service/sales/deals/deal_access.h"
#include "crm_service/sales/deals/deal_rules.h"
#include "crm_service/sales/pipelines/pipelines.h"
#include "crm_service/sales/pipelines/stages.h"
#include "crm_service/people/users/active_user.h"
#include "crm_service/people/users/users.h"
#include "foundation/rpc/error.h"
#include "foundation/rpc/update_mask.h"

namespace voronka::crm {
namespace {

using rpc::Violations;
using v1::Deal;
using v1::DealChange;
using v1::TimelineEntry;

// Null, with a violation, where it does not exist.
const v1::Stage* StageOf(const v1::Pipeline* pipeline, const std::string& stage, const std::string& prefix,
                         Violations& violations) {
  if (pipeline == nullptr) {
    violations.Add("UNKNOWN_PIPELINE", prefix + "pipeline", {"There is no such pipeline.", "Такой воронки нет."});
    return nullptr;
  }
  const auto* found = stage.empty() ? &pipeline->stages(0) : FindStage(*pipeline, stage);
  if (found == nullptr) {
    violations.Add("UNKNOWN_STAGE", prefix + "stage",
                   {"The pipeline has no such stage.", "В этой воронке нет такого этапа."});
  }
  return found;
}

const v1::Pipeline* AddressOf(const std::optional<v1::Pipeline>& pipeline) { return pipeline ? &*pipeline : nullptr; }

// Nothing where none is named, or, with a violation, where it does not exist.
std::optional<v1::Contact> ContactOf(rpc::Session& session, int64_t contact_id, Violations& violations) {
  if (contact_id == 0) return std::nullopt;
  auto contact = Contacts(session).Find(contact_id);
  violations.AddUnless(contact.has_value(), "UNKNOWN_CONTACT", "deal.contact_id",
                       {"There is no such contact.", "Такого контакта нет."});
  return contact;
}

std::string Joined(const std::vector<std::string>& names) {
  std::string text;
  for (const auto& name : names) text += (text.empty() ? "" : ", ") + name;
  return text;
}

}  // namespace

Deal DealWork::Create(const v1::CreateDealRequest& request) {
  const auto& draft = request.deal();
  Violations violations;
  violations.AddUnless(!draft.pipeline().empty(), "REQUIRED", "deal.pipeline",
                       {"A deal needs a pipeline.", "Укажите воронку."});
  const auto contact = ContactOf(session_, draft.contact_id(), violations);
  const int64_t named = draft.responsible_user_id();
  Users(session_).RequireUser(named, "deal.responsible_user_id", violations);
  const auto pipeline = Pipelines(session_).FindForWrite(draft.pipeline());
  const v1::Stage* stage =
      draft.pipeline().empty() ? nullptr : StageOf(AddressOf(pipeline), draft.stage(), "deal.", violations);
  violations.AddUnless(!pipeline || !IsArchived(*pipeline), "PIPELINE_ARCHIVED", "deal.pipeline",
                       {"The pipeline is archived.", "Воронка в архиве."});
  violations.AddUnless(stage == nullptr || !IsClosing(*stage), "NOT_OPEN", "deal.stage",
                       {"A deal begins on an open stage.", "Сделка начинается с открытого этапа."});
  violations.ThrowIfAny();
  if (named != 0) CheckMayGetWork(session_, named, "deal.responsible_user_id");

  Deal deal;
  rpc::ApplyUpdate(draft, {}, deal);
  deal.set_pipeline(pipeline->key());
  deal.set_stage(stage->key());
  deal.set_state(Deal::STATE_OPEN);
  deal.set_responsible_user_id(named != 0 ? named : session_.caller.user_id);
  if (contact) deal.set_client_manager_user_id(ClientManager(session_, *contact));
  return deals_.Insert(std::move(deal));
}

Deal DealWork::Update(const v1::UpdateDealRequest& request) {
  auto before = deals_.Lock(request.deal_id()).deal;
  CheckMayChange(session_, before);
  CheckEtag(request.etag(), before);
  auto after = before;
  const auto changed = rpc::ApplyUpdate(request.deal(), request.update_mask(), after);
  if (changed.empty()) return before;
  Violations violations;
  ContactOf(session_, after.contact_id(), violations);
  violations.ThrowIfAny();
  return deals_.Save(before, std::move(after),
                     {DealChange::KIND_UPDATED, TimelineEntry::KIND_DEAL_UPDATED, 0, Joined(changed)});
}

Deal DealWork::Move(const v1::MoveDealRequest& request) {
  const auto locked = deals_.Lock(request.deal_id());
  const auto& before = locked.deal;
  std::optional<v1::Pipeline> other;
  if (!request.pipeline().empty()) other = Pipelines(session_).FindForWrite(request.pipeline());
  const v1::Pipeline* to = request.pipeline().empty() ? &locked.pipeline : AddressOf(other);
  Violations violations;
  const auto* stage = StageOf(to, request.stage(), "", violations);
  violations.ThrowIfAny();

  const crm::Move move{*to, *stage, request.loss_reason(), request.loss_comment()};
  CheckMayChange(session_, before);
  CheckEpoch(request.epoch(), before);
  CheckOfferStands(session_, locked);
  CheckMove(session_.caller, before, move);

  const bool ends_offer = MoveEndsOffer(locked.pipeline, before, move);
  auto after = Moved(session_.caller, before, move, ends_offer, session_.Now());
  const bool takes = ends_offer && stage->kind() != v1::Stage::KIND_LOST;
  const auto* reason = FindLossReason(*to, after.loss_reason());
  std::string text = reason == nullptr ? "" : reason->name();
  if (!after.loss_comment().empty()) text += ": " + after.loss_comment();
  return deals_.Save(before, std::move(after),
                     {DealChange::KIND_MOVED, TimelineEntry::KIND_STAGE_CHANGED, 0, text, takes});
}

Deal DealWork::Reassign(const v1::ReassignDealRequest& request) {
  const auto locked = deals_.Lock(request.deal_id());
  const auto& before = locked.deal;
  CheckMayChange(session_, before);
  CheckEpoch(request.epoch(), before);
  CheckOfferStands(session_, locked);
  CheckMayGetWork(session_, request.user_id(), "user_id");
  if (before.responsible_user_id() == request.user_id() && !IsOnOffer(before)) return before;
  auto after = before;
  after.set_responsible_user_id(request.user_id());
  after.clear_offer_deadline();
  return deals_.Save(
      before, std::move(after),
      {DealChange::KIND_REASSIGNED, TimelineEntry::KIND_REASSIGNED, request.user_id(), request.reason()});
}

}  // namespace voronka::crm
