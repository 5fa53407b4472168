#include "crm_service/sales/deals/client_deals.h"

#include <algorithm>
#include <iterator>
#include <limits>

#include "crm_service/people/access/sight.h"
#include "crm_service/sales/deals/deals.h"
#include "foundation/rpc/requests/error.h"

namespace voronka::crm {
namespace {

constexpr int kMostDealsOfClient = 100;

}  // namespace

std::vector<int64_t> ClientDeals::Ids() const {
  std::vector<int64_t> ids;
  std::ranges::transform(deals, std::back_inserter(ids), &v1::Deal::id);
  return ids;
}

void RequireClient(int64_t contact_id, int64_t company_id) {
  rpc::Violations violations;
  violations.AddUnless(contact_id != 0 || company_id != 0, "REQUIRED", "contact_id",
                       {"Name a contact or a company.", "Укажите контакт или компанию."});
  violations.ThrowIfAny();
}

ClientDeals DealsOfClient(rpc::Session& session, int64_t contact_id, int64_t company_id) {
  constexpr int64_t kNewest = std::numeric_limits<int64_t>::max();
  Deals table(session);
  const auto sight = SightOf(session, v1::ENTITY_DEAL);
  ClientDeals found;
  found.deals = contact_id != 0 ? table.OfContact(contact_id, sight.owners(), kNewest, kMostDealsOfClient + 1)
                                : table.OfCompany(company_id, sight.owners(), kNewest, kMostDealsOfClient + 1);
  found.leaves_out_older = std::ssize(found.deals) > kMostDealsOfClient;
  if (found.leaves_out_older) found.deals.pop_back();
  return found;
}

}  // namespace voronka::crm
