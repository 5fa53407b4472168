#pragma once

#include "crm_service/people/sessions/failure_limit.h"
#include "foundation/rpc/calls/revocations.h"
#include "foundation/rpc/calls/session.h"
#include "foundation/security/password_gate.h"
#include "voronka/crm/v1/user.pb.h"

namespace voronka::crm {

v1::User CreateUser(rpc::Session& session, const v1::CreateUserRequest& request, security::PasswordGate& gate);
v1::User GetUser(rpc::Session& session, const v1::GetUserRequest& request);
v1::ListUsersResponse ListUsers(rpc::Session& session, const v1::ListUsersRequest& request);
v1::FindUserResponse FindUser(rpc::Session& session, const v1::FindUserRequest& request);
v1::User UpdateUser(rpc::Session& session, const v1::UpdateUserRequest& request, rpc::Revocations& revocations);
// `wrong_proofs` counts the wrong passwords and codes of each session.
v1::User ChangePassword(rpc::Session& session, const v1::ChangePasswordRequest& request, security::PasswordGate& gate,
                        rpc::Revocations& revocations, FailureLimit& wrong_proofs);

}  // namespace voronka::crm
