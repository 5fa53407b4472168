#include "crm_service/sales/deals/client_manager.h"

#include "crm_service/people/users/stand_in.h"
#include "crm_service/sales/deals/deals.h"

namespace voronka::crm {
namespace {

int64_t ResponsibleFor(rpc::Session& session, const v1::Contact& contact) {
  for (const auto state : {v1::Deal::STATE_OPEN, v1::Deal::STATE_WON}) {
    const auto deal = Deals(session).NewestOf(contact.id(), state);
    if (deal && deal->responsible_user_id() != 0) return deal->responsible_user_id();
  }
  return contact.responsible_user_id();
}

}  // namespace

int64_t ClientManager(rpc::Session& session, const v1::Contact& contact) {
  const int64_t user_id = ResponsibleFor(session, contact);
  return user_id == 0 ? 0 : UserOrDeputy(session, user_id);
}

}  // namespace voronka::crm
