#pragma once

#include <optional>

#include "crm_service/clients/companies/company_steps.h"
#include "crm_service/clients/contacts/contact_steps.h"
#include "crm_service/sales/deals/deal_lock.h"
#include "foundation/rpc/calls/session.h"
#include "foundation/rpc/requests/error.h"
#include "voronka/crm/v1/deal.pb.h"

namespace voronka::crm {

// The changes of a deal, its contact and its company that come along with a move.
class MoveEdits {
 public:
  // Locks what changes: the contact, then the company. Throws INVALID_ARGUMENT with all that is wrong with any of the
  // three, and PERMISSION_DENIED (NOT_RESPONSIBLE) for another manager's client.
  MoveEdits(rpc::Session& session, const LockedDeal& locked, const v1::MoveDealRequest& request);

  // Writes all of them. The deal as it is then. Throws ALREADY_EXISTS (CONTACT_EXISTS).
  v1::Deal Save();
  // Adds what forbids them. After Save: rules are asked of what would be, and a refusal undoes what is written.
  void CheckMaySave(rpc::Violations& violations) const;

 private:
  rpc::Session& session_;
  const LockedDeal& locked_;
  // Nothing: it does not change.
  std::optional<v1::Deal> deal_;
  std::optional<ContactEdit> contact_;
  std::optional<CompanyEdit> company_;
};

}  // namespace voronka::crm
