#include "crm_service/sales/deals/offers.h"

#include <google/protobuf/util/time_util.h>

#include "crm_service/sales/deals/deal_access.h"
#include "crm_service/sales/deals/deal_rules.h"
#include "crm_service/sales/timeline/timeline.h"
#include "crm_service/people/users/users.h"
#include "foundation/rpc/error.h"

namespace voronka::crm {
namespace {

using google::protobuf::util::TimeUtil;
using rpc::Code;
using v1::Deal;
using v1::DealChange;
using v1::TimelineEntry;
using v1::User;

rpc::Error NoOffer() {
  return rpc::Error(Code::kFailedPrecondition,
                    {"NO_OFFER", "deal_id", {"The deal is not on offer.", "Сделка никому не назначена для взятия."}});
}

}  // namespace

Deal Offers::Offer(const v1::OfferDealRequest& request) {
  const auto [before, pipeline, now] = deals_.Lock(request.deal_id());
  CheckEpoch(request.epoch(), before);
  rpc::Violations violations;
  const auto user = Users(session_).RequireUser(request.user_id(), "user_id", violations);
  violations.ThrowIfAny();
  violations.AddUnless(before.state() == Deal::STATE_OPEN, "NOT_OPEN", "deal_id",
                       {"The deal is closed.", "Сделка закрыта."});
  violations.AddUnless(before.responsible_user_id() == 0, "ALREADY_OWNED", "deal_id",
                       {"The deal has an owner.", "У сделки уже есть ответственный."});
  violations.AddUnless(user->state() == User::STATE_ACTIVE, "USER_DISABLED", "user_id",
                       {"The user is not active.", "Пользователь отключён."});
  violations.ThrowIfAny(Code::kFailedPrecondition);
  auto after = before;
  after.set_responsible_user_id(request.user_id());
  after.set_offer_attempt(before.offer_attempt() + 1);
  if (request.has_take_within()) {
    *after.mutable_offer_deadline() = TimeUtil::MicrosecondsToTimestamp(now) + request.take_within();
  }
  const auto told_as = request.has_take_within() ? TimelineEntry::KIND_OFFERED : TimelineEntry::KIND_REASSIGNED;
  return deals_.Save(before, std::move(after), {DealChange::KIND_OFFERED, told_as, request.user_id()});
}

Deal Offers::Reclaim(const v1::ReclaimDealRequest& request) {
  const auto [before, pipeline, now] = deals_.Lock(request.deal_id());
  CheckEpoch(request.epoch(), before);
  if (!IsOnOffer(before)) throw NoOffer();
  if (!OfferHasExpired(before, now)) {
    throw rpc::Error(Code::kFailedPrecondition,
                     {"OFFER_STANDS", "deal_id", {"The deadline has not passed yet.", "Срок ещё не истёк."}});
  }
  return deals_.Save(before, OwnedByNobody(before),
                     {DealChange::KIND_RECLAIMED, TimelineEntry::KIND_OFFER_RECLAIMED, before.responsible_user_id()});
}

Deal Offers::Take(const v1::TakeOfferRequest& request) {
  const auto locked = deals_.Lock(request.deal_id());
  const auto& before = locked.deal;
  CheckIsOfferee(before);
  CheckEpoch(request.epoch(), before);
  CheckOfferStands(session_, locked);
  auto after = before;
  after.clear_offer_deadline();
  return deals_.Save(before, std::move(after), {DealChange::KIND_TAKEN, TimelineEntry::KIND_OFFER_TAKEN, 0, "", true});
}

Deal Offers::Decline(const v1::DeclineOfferRequest& request) {
  const auto before = deals_.Lock(request.deal_id()).deal;
  CheckIsOfferee(before);
  CheckEpoch(request.epoch(), before);
  return deals_.Save(
      before, OwnedByNobody(before),
      {DealChange::KIND_DECLINED, TimelineEntry::KIND_OFFER_DECLINED, before.responsible_user_id(), request.reason()});
}

void Offers::CheckIsOfferee(const Deal& deal) {
  const int64_t caller = session_.caller.user_id;
  if (IsOnOffer(deal) && deal.responsible_user_id() == caller) return;
  if (deal.responsible_user_id() != caller && Timeline(session_).LetLapse(deal.id(), caller)) {
    ThrowOfferExpired(session_, deal);
  }
  throw NoOffer();
}

}  // namespace voronka::crm
