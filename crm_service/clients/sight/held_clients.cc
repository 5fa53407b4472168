#include "crm_service/clients/sight/held_clients.h"

namespace voronka::crm {

bool HoldContact(rpc::Session& session, int64_t contact_id) {
  return contact_id == 0 || !session.db
                                 .Query("SELECT 1 FROM contacts WHERE account_id = ? AND id = ? LOCK IN SHARE MODE",
                                        session.account_id(), contact_id)
                                 .empty();
}

bool HoldCompany(rpc::Session& session, int64_t company_id) {
  return company_id == 0 || !session.db
                                 .Query("SELECT 1 FROM companies WHERE account_id = ? AND id = ? LOCK IN SHARE MODE",
                                        session.account_id(), company_id)
                                 .empty();
}

}  // namespace voronka::crm
