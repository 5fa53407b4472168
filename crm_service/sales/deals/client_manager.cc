#include "crm_service/sales/deals/client_manager.h"

#include "crm_service/people/users/stand_in.h"
#include "crm_service/sales/deals/deals.h"
#include "crm_service/sales/pipelines/pipelines.h"
#include "crm_service/sales/pipelines/purposes.h"
#include "foundation/rpc/calls/table.h"
#include "voronka/crm/v1/company.pb.h"

namespace voronka::crm {
namespace {

using v1::Deal;

int64_t ManagerOfCompany(rpc::Session& session, int64_t company_id) {
  if (company_id == 0) return 0;
  const auto company = rpc::Table<v1::Company>(session).Find(company_id);
  return company ? company->responsible_user_id() : 0;
}

// What was won in claims or errands, nobody has bought.
std::vector<std::string> PipelinesForSales(rpc::Session& session) {
  std::vector<std::string> keys;
  const auto all = Pipelines(session).All();
  for (const auto& pipeline : all) {
    if (IsForSales(pipeline)) keys.push_back(pipeline.key());
  }
  return keys;
}

// `newest` gives the newest deal in a state.
template <class Newest>
int64_t ManagerBy(rpc::Session& session, const v1::Contact& contact, const Newest& newest) {
  int64_t user_id = contact.responsible_user_id();
  for (const auto state : {Deal::STATE_OPEN, Deal::STATE_WON}) {
    const auto deal = newest(state);
    if (!deal || deal->responsible_user_id() == 0) continue;
    user_id = deal->responsible_user_id();
    break;
  }
  if (user_id == 0) user_id = ManagerOfCompany(session, contact.company_id());
  return user_id == 0 ? 0 : UserOrDeputy(session, user_id);
}

}  // namespace

int64_t ClientManager(rpc::Session& session, const v1::Contact& contact) {
  return ManagerBy(session, contact, [&](Deal::State state) {
    return state == Deal::STATE_WON ? Deals(session).NewestOf(contact.id(), state, PipelinesForSales(session))
                                    : Deals(session).NewestOf(contact.id(), state);
  });
}

int64_t ClientManager(rpc::Session& session, const v1::Contact& contact, const std::vector<std::string>& pipelines) {
  return ManagerBy(session, contact,
                   [&](Deal::State state) { return Deals(session).NewestOf(contact.id(), state, pipelines); });
}

}  // namespace voronka::crm
