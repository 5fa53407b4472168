#include "crm_service/sales/deals/absent_manager.h"

#include <string>

#include "crm_service/people/accounts/accounts.h"
#include "crm_service/people/users/stand_in.h"
#include "crm_service/people/users/users.h"
#include "crm_service/sales/deals/deal_rules.h"
#include "crm_service/sales/deals/deals.h"
#include "crm_service/sales/deals/reassignment.h"

namespace voronka::crm {
namespace {

using v1::Deal;
using v1::ResourceChange;
using v1::TimelineEntry;

std::string Reason(rpc::Session& session, int64_t manager) {
  const bool invited = Users(session).Get(manager).state() == v1::User::STATE_INVITED;
  const rpc::Text text = invited ? rpc::Text{"The user has not come yet", "Пользователь ещё не принял приглашение"}
                                 : rpc::Text{"The user is disabled", "Пользователь отключён"};
  return rpc::InLanguage(Accounts(session).Get().locale(), text);
}

}  // namespace

Deal PassOnWhereAbsent(rpc::Session& session, const Deal& deal, const DealHandover& handover) {
  const int64_t manager = deal.responsible_user_id();
  if (manager == 0) return deal;
  const int64_t acting = WhoActsFor(session, manager);
  if (acting == manager || acting == 0) return deal;
  if (!IsOnOffer(deal)) {
    return Reassign(session, deal, {.user_id = acting, .reason = Reason(session, manager), .handover = handover});
  }
  return Deals(session).Save(deal, OwnedByNobody(deal),
                             {.kind = ResourceChange::KIND_DECLINED,
                              .entry_kind = TimelineEntry::KIND_OFFER_DECLINED,
                              .user_id = manager,
                              .text = Reason(session, manager)});
}

}  // namespace voronka::crm
