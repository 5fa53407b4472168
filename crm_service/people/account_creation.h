#pragma once

#include "foundation/rpc/calls/session.h"
#include "foundation/security/password_gate.h"
#include "foundation/storage/ids.h"
#include "voronka/crm/v1/account.pb.h"

namespace voronka::crm {

// Makes an account with its first user, the admin. The session belongs to no account, or to another one, so the numbers
// come from `ids` instead of the session.
v1::CreateAccountResponse CreateAccount(rpc::Session& session, const v1::CreateAccountRequest& request,
                                        storage::Ids& ids, security::PasswordGate& gate);

}  // namespace voronka::crm
