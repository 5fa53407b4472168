#include "crm_service/sales/deals/deal_access.h"

#include <optional>
#include <string>
#include <utility>

#include "crm_service/people/users/users.h"
#include "crm_service/sales/deals/deal_rules.h"
#include "crm_service/sales/timeline/timeline.h"
#include "foundation/rpc/requests/error.h"

namespace voronka::crm {
namespace {

// Nothing if the deal is the caller's or nobody's.
std::optional<v1::User> OtherHolder(rpc::Session& session, const v1::Deal& deal) {
  if (deal.responsible_user_id() == session.caller.user_id) return std::nullopt;
  return Users(session).Find(deal.responsible_user_id());
}

rpc::Error::Metadata MetadataOf(const std::optional<v1::User>& holder) {
  if (!holder) return {};
  return {{"responsible_user_id", std::to_string(holder->id())}, {"responsible_name", holder->display_name()}};
}

}  // namespace

void ThrowOfferExpired(rpc::Session& session, const v1::Deal& deal) {
  const auto holder = OtherHolder(session, deal);
  rpc::Text text{"The offer was not taken in time.", "Сделка не взята вовремя."};
  if (holder) {
    text.en += " The deal is with " + holder->display_name() + ".";
    text.ru += " Сейчас она у пользователя «" + holder->display_name() + "».";
  }
  throw rpc::Error(rpc::Code::kFailedPrecondition, {"OFFER_EXPIRED", "deal_id", std::move(text)}, MetadataOf(holder));
}

void CheckMayChange(rpc::Session& session, const v1::Deal& deal) {
  if (MayChange(session.caller, deal)) return;
  if (Timeline(session).LastOfferExpired(deal.id(), session.caller.user_id)) ThrowOfferExpired(session, deal);
  const auto holder = OtherHolder(session, deal);
  rpc::Text text{"Nobody has this deal yet.", "Сделка ещё ни за кем."};
  if (holder) {
    text = {"The deal is " + holder->display_name() + "'s.",
            "Ответственный за сделку — " + holder->display_name() + "."};
  }
  throw rpc::Error(rpc::Code::kPermissionDenied, {"NOT_RESPONSIBLE", "deal_id", std::move(text)}, MetadataOf(holder));
}

void CheckOfferStands(rpc::Session& session, const LockedDeal& locked) {
  const auto& deal = locked.deal;
  if (!IsOnOffer(deal) || deal.responsible_user_id() != session.caller.user_id) return;
  if (OfferHasExpired(deal, locked.now)) ThrowOfferExpired(session, deal);
}

}  // namespace voronka::crm
