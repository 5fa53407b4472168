#include "crm_service/sales/deals/absent_manager.h"

#include "crm_service/people/accounts/accounts.h"
#include "crm_service/sales/deals/deal_rules.h"
#include "crm_service/sales/deals/deals.h"
#include "crm_service/people/users/stand_in.h"

namespace voronka::crm {
namespace {

using v1::Deal;
using v1::DealChange;
using v1::TimelineEntry;

std::string Reason(rpc::Session& session) {
  return Accounts(session).Get().locale() == "en" ? "The user is disabled" : "Пользователь отключён";
}

}  // namespace

Deal PassOnWhereDisabled(rpc::Session& session, const Deal& deal) {
  const int64_t manager = deal.responsible_user_id();
  if (manager == 0) return deal;
  const int64_t acting = WhoActsFor(session, manager);
  if (acting == manager || acting == 0) return deal;
  Deals deals(session);
  if (IsOnOffer(deal)) {
    return deals.Save(deal, OwnedByNobody(deal),
                      {DealChange::KIND_DECLINED, TimelineEntry::KIND_OFFER_DECLINED, manager, Reason(session)});
  }
  auto after = deal;
  after.set_responsible_user_id(acting);
  return deals.Save(deal, std::move(after),
                    {DealChange::KIND_REASSIGNED, TimelineEntry::KIND_REASSIGNED, acting, Reason(session)});
}

}  // namespace voronka::crm
