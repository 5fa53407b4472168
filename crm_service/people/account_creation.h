#pragma once

#include "foundation/rpc/session.h"
#include "foundation/security/password_gate.h"
#include "foundation/storage/ids.h"
#include "voronka/crm/v1/account.pb.h"

namespace voronka::crm {

// Makes an account with its first user, the admin. The session belongs to no account, or to another: so the numbers
// come from `ids` and not from the session.
v1::CreateAccountResponse CreateAccount(rpc::Session& session, storage::Ids& ids, security::PasswordGate& gate,
                                        const v1::CreateAccountRequest& request);

}  // namespace voronka::crm
