#pragma once

#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/account.pb.h"

namespace voronka::crm {

// CreateAccount makes a user too: see crm_service/people/account_creation.h.
v1::Account GetAccount(rpc::Session& session, const v1::GetAccountRequest& request);
v1::Account UpdateAccount(rpc::Session& session, const v1::UpdateAccountRequest& request);
v1::ListAccountsResponse ListAccounts(rpc::Session& session, const v1::ListAccountsRequest& request);

}  // namespace voronka::crm
