#include "crm_service/sales/deals/offer_steps.h"

#include <google/protobuf/util/time_util.h>

#include <optional>
#include <string>
#include <utility>

#include "crm_service/people/users/users.h"
#include "crm_service/sales/approvals/approvals.h"
#include "crm_service/sales/deals/deal_access.h"
#include "crm_service/sales/deals/deal_lock.h"
#include "crm_service/sales/deals/deal_rules.h"
#include "crm_service/sales/deals/deals.h"
#include "crm_service/sales/deals/epoch.h"
#include "crm_service/sales/deals/move_steps.h"
#include "crm_service/sales/timeline/timeline.h"
#include "foundation/rpc/requests/error.h"

namespace voronka::crm {

using google::protobuf::util::TimeUtil;
using rpc::Code;
using rpc::Session;
using v1::Deal;
using v1::ResourceChange;
using v1::TimelineEntry;
using v1::User;

namespace {

// `deal` is on offer to nobody, or to somebody else.
rpc::Error NoOffer(const Deal& deal) {
  rpc::Text text{"The deal is not on offer.", "Эту сделку сейчас никому не предлагают."};
  if (IsOnOffer(deal)) text = {"The deal is not on offer to you.", "Эта сделка предложена не вам."};
  return rpc::Error(Code::kFailedPrecondition, {"NO_OFFER", "deal_id", std::move(text)});
}

void CheckIsOfferee(Session& session, const Deal& deal) {
  const int64_t caller = session.caller.user_id;
  if (IsOnOffer(deal) && deal.responsible_user_id() == caller) return;
  if (deal.responsible_user_id() != caller && Timeline(session).LastOfferExpired(deal.id(), caller)) {
    ThrowOfferExpired(session, deal);
  }
  throw NoOffer(deal);
}

void CheckMayBeOffered(Session& session, const Deal& deal, int64_t user_id) {
  rpc::Violations violations;
  const auto user = Users(session).RequireUser(user_id, "user_id", violations);
  violations.ThrowIfAny();
  violations.AddUnless(deal.state() == Deal::STATE_OPEN, "NOT_OPEN", "deal_id",
                       {"The deal is closed.", "Сделка закрыта."});
  violations.AddUnless(deal.responsible_user_id() == 0, "ALREADY_OWNED", "deal_id",
                       {"The deal already has an owner.", "У сделки уже есть ответственный."});
  violations.AddUnless(user->state() != User::STATE_DISABLED, "USER_DISABLED", "user_id",
                       {"The user is not active.", "Пользователь отключён."});
  violations.AddUnless(user->state() != User::STATE_INVITED, "USER_INVITED", "user_id",
                       {"The user has not come yet.", "Пользователь ещё не принял приглашение."});
  violations.ThrowIfAny(Code::kFailedPrecondition);
}

// Nothing if the deal stays where it is: it is there already or past it, or lacks what a stage asks for. Nobody is kept
// from taking an offer by that.
std::optional<Deal> MovedByTaking(Session& session, const LockedDeal& locked) {
  static const std::string kNothing;
  const auto* stage = StageOnTake(locked.pipeline, locked.deal);
  if (stage == nullptr) return std::nullopt;
  const Move move{locked.pipeline, *stage, kNothing, kNothing, kNothing};
  if (!IsFreeTo(session, locked, move)) return std::nullopt;
  constexpr bool kEndsOffer = true;
  return Moved(session.caller, locked.deal, move, kEndsOffer, session.Now());
}

}  // namespace

Deal TakeOffer(Session& session, const v1::TakeOfferRequest& request) {
  const auto locked = LockDeal(session, request.deal_id());
  const auto& before = locked.deal;
  CheckIsOfferee(session, before);
  CheckEpoch(request.epoch(), before);
  CheckOfferStands(session, locked);
  if (auto moved = MovedByTaking(session, locked)) {
    if (locked.has_approvals) Approvals(session).WithdrawOf(before.id());
    return Deals(session).Save(before, *std::move(moved),
                               {.kind = ResourceChange::KIND_MOVED, .entry_kind = TimelineEntry::KIND_OFFER_TAKEN});
  }
  auto after = before;
  after.clear_offer_deadline();
  return Deals(session).Save(before, std::move(after),
                             {.kind = ResourceChange::KIND_TAKEN, .entry_kind = TimelineEntry::KIND_OFFER_TAKEN});
}

Deal DeclineOffer(Session& session, const v1::DeclineOfferRequest& request) {
  const auto before = LockDeal(session, request.deal_id()).deal;
  CheckIsOfferee(session, before);
  CheckEpoch(request.epoch(), before);
  return Deals(session).Save(before, OwnedByNobody(before),
                             {.kind = ResourceChange::KIND_DECLINED,
                              .entry_kind = TimelineEntry::KIND_OFFER_DECLINED,
                              .user_id = before.responsible_user_id(),
                              .text = request.reason()});
}

Deal OfferDeal(Session& session, const v1::OfferDealRequest& request) {
  const auto locked = LockDeal(session, request.deal_id());
  const auto& before = locked.deal;
  CheckEpoch(request.epoch(), before);
  CheckMayBeOffered(session, before, request.user_id());
  auto after = before;
  after.set_responsible_user_id(request.user_id());
  after.set_offer_attempt(before.offer_attempt() + 1);
  if (request.has_take_within()) {
    *after.mutable_offer_deadline() = TimeUtil::MicrosecondsToTimestamp(locked.now) + request.take_within();
  }
  const auto entry_kind = request.has_take_within() ? TimelineEntry::KIND_OFFERED : TimelineEntry::KIND_REASSIGNED;
  return Deals(session).Save(
      before, std::move(after),
      {.kind = ResourceChange::KIND_OFFERED, .entry_kind = entry_kind, .user_id = request.user_id()});
}

Deal ReclaimDeal(Session& session, const v1::ReclaimDealRequest& request) {
  const auto locked = LockDeal(session, request.deal_id());
  const auto& before = locked.deal;
  CheckEpoch(request.epoch(), before);
  if (!IsOnOffer(before)) throw NoOffer(before);
  if (!OfferHasExpired(before, locked.now)) {
    throw rpc::Error(Code::kFailedPrecondition,
                     {"OFFER_STANDS", "deal_id", {"The deadline has not passed yet.", "Срок ещё не истёк."}});
  }
  return Deals(session).Save(before, OwnedByNobody(before),
                             {.kind = ResourceChange::KIND_RECLAIMED,
                              .entry_kind = TimelineEntry::KIND_OFFER_RECLAIMED,
                              .user_id = before.responsible_user_id()});
}

}  // namespace voronka::crm
