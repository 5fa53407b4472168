#include "crm_service/sales/deals/deal_access.h"

#include "crm_service/people/users/users.h"
#include "crm_service/sales/deals/deal_rules.h"
#include "crm_service/sales/timeline/timeline.h"
#include "foundation/rpc/requests/error.h"

namespace voronka::crm {
namespace {

struct Holder {
  std::string id;
  // Empty: nobody has it.
  std::string name;

  rpc::Error::Metadata Metadata() const { return {{"responsible_user_id", id}, {"responsible_name", name}}; }
};

Holder WhoHas(rpc::Session& session, const v1::Deal& deal) {
  const auto user = Users(session).Find(deal.responsible_user_id());
  return {std::to_string(deal.responsible_user_id()), user ? user->display_name() : ""};
}

}  // namespace

void ThrowOfferExpired(rpc::Session& session, const v1::Deal& deal) {
  const auto holder = WhoHas(session, deal);
  const bool held = !holder.name.empty() && deal.responsible_user_id() != session.caller.user_id;
  throw rpc::Error(rpc::Code::kFailedPrecondition,
                   {"OFFER_EXPIRED",
                    "deal_id",
                    {"The offer was not taken in time." + (held ? " The deal is with " + holder.name + "." : ""),
                     "Сделка не взята вовремя." + (held ? " Сейчас она у пользователя «" + holder.name + "»." : "")}},
                   holder.Metadata());
}

void CheckMayChange(rpc::Session& session, const v1::Deal& deal) {
  if (MayChange(session.caller, deal)) return;
  if (Timeline(session).LastOfferExpired(deal.id(), session.caller.user_id)) ThrowOfferExpired(session, deal);
  const auto holder = WhoHas(session, deal);
  const auto& name = holder.name;
  throw rpc::Error(rpc::Code::kPermissionDenied,
                   {"NOT_RESPONSIBLE",
                    "deal_id",
                    {name.empty() ? "Nobody has this deal yet." : "The deal is " + name + "'s.",
                     name.empty() ? "Сделка ещё ни за кем." : "Ответственный за сделку — " + name + "."}},
                   holder.Metadata());
}

void CheckOfferStands(rpc::Session& session, const LockedDeal& locked) {
  const auto& deal = locked.deal;
  if (!IsOnOffer(deal) || deal.responsible_user_id() != session.caller.user_id) return;
  if (OfferHasExpired(deal, locked.now)) ThrowOfferExpired(session, deal);
}

}  // namespace voronka::crm
