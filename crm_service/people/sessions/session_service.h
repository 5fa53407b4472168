#pragma once

#include "crm_service/people/login/login.h"
#include "crm_service/people/login/refresh.h"
#include "foundation/rpc/rpc.h"
#include "voronka/crm/v1/session.grpc.pb.h"

namespace voronka::crm {

class SessionService final : public v1::SessionService::CallbackService {
 public:
  SessionService(rpc::Rpc& rpc, security::PasswordGate& passwords, const security::TokenSigner& signer,
                 rpc::Revocations& revocations, const config::v1::Crm& configuration)
      : rpc_(rpc),
        revocations_(revocations),
        issuer_(signer, configuration),
        login_(passwords, issuer_),
        refresh_(issuer_, revocations) {}

  grpc::ServerUnaryReactor* Login(grpc::CallbackServerContext* context, const v1::LoginRequest* request,
                                  v1::LoginResponse* response) override;
  grpc::ServerUnaryReactor* RefreshSession(grpc::CallbackServerContext* context,
                                           const v1::RefreshSessionRequest* request,
                                           v1::LoginResponse* response) override;
  grpc::ServerUnaryReactor* Logout(grpc::CallbackServerContext* context, const v1::LogoutRequest* request,
                                   google::protobuf::Empty* response) override;
  grpc::ServerUnaryReactor* ListSessions(grpc::CallbackServerContext* context, const v1::ListSessionsRequest* request,
                                         v1::ListSessionsResponse* response) override;
  grpc::ServerUnaryReactor* RevokeSession(grpc::CallbackServerContext* context, const v1::RevokeSessionRequest* request,
                                          v1::Session* response) override;

 private:
  rpc::Rpc& rpc_;
  rpc::Revocations& revocations_;
  const TokenIssuer issuer_;
  crm::Login login_;
  Refresh refresh_;
};

}  // namespace voronka::crm
