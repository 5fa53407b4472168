#include "crm_service/people/accounts/account_steps.h"

#include "crm_service/people/accounts/account_rules.h"
#include "crm_service/people/accounts/accounts.h"
#include "foundation/rpc/requests/etag.h"

namespace voronka::crm {

using rpc::Session;
using v1::Account;

Account GetAccount(Session& session, const v1::GetAccountRequest&) { return Accounts(session).Get(); }

Account UpdateAccount(Session& session, const v1::UpdateAccountRequest& request) {
  Accounts accounts(session);
  const Account before = accounts.Lock();
  auto after = rpc::Updated(before, request.account(), request);
  if (!after) return before;
  FillDefaults(*after);
  rpc::Violations violations;
  CheckAccount(*after, "account.", violations);
  violations.ThrowIfAny();
  return accounts.Save(before, *std::move(after));
}

v1::ListAccountsResponse ListAccounts(Session& session, const v1::ListAccountsRequest& request) {
  return Accounts(session).List(request);
}

}  // namespace voronka::crm
