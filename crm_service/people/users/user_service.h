#pragma once

#include "crm_service/people/sessions/failure_limit.h"
#include "foundation/rpc/revocations.h"
#include "foundation/rpc/rpc.h"
#include "foundation/security/password_gate.h"
#include "voronka/crm/v1/user.grpc.pb.h"

namespace voronka::crm {

class UserService final : public v1::UserService::CallbackService {
 public:
  UserService(rpc::Rpc& rpc, security::PasswordGate& passwords, rpc::Revocations& revocations)
      : rpc_(rpc), passwords_(passwords), revocations_(revocations) {}

  grpc::ServerUnaryReactor* CreateUser(grpc::CallbackServerContext* context, const v1::CreateUserRequest* request,
                                       v1::User* response) override;
  grpc::ServerUnaryReactor* GetUser(grpc::CallbackServerContext* context, const v1::GetUserRequest* request,
                                    v1::User* response) override;
  grpc::ServerUnaryReactor* ListUsers(grpc::CallbackServerContext* context, const v1::ListUsersRequest* request,
                                      v1::ListUsersResponse* response) override;
  grpc::ServerUnaryReactor* UpdateUser(grpc::CallbackServerContext* context, const v1::UpdateUserRequest* request,
                                       v1::User* response) override;
  grpc::ServerUnaryReactor* ChangePassword(grpc::CallbackServerContext* context,
                                           const v1::ChangePasswordRequest* request, v1::User* response) override;

 private:
  v1::User Create(rpc::Session& session, const v1::CreateUserRequest& request);
  v1::User Update(rpc::Session& session, const v1::UpdateUserRequest& request);
  v1::User Change(rpc::Session& session, const v1::ChangePasswordRequest& request);

  rpc::Rpc& rpc_;
  security::PasswordGate& passwords_;
  rpc::Revocations& revocations_;
  // Of a session: who has found a phone that is logged in guesses slowly.
  FailureLimit wrong_passwords_{10, std::chrono::minutes(15)};
};

}  // namespace voronka::crm
