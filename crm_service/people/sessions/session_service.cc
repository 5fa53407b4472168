#include "crm_service/people/sessions/session_service.h"

#include "crm_service/people/sessions/logout.h"
#include "crm_service/people/login/session_access.h"
#include "crm_service/people/sessions/session_revocation.h"
#include "crm_service/people/sessions/sessions.h"

namespace voronka::crm {

using grpc::CallbackServerContext;
using grpc::ServerUnaryReactor;
using rpc::Session;

ServerUnaryReactor* SessionService::Login(CallbackServerContext* context, const v1::LoginRequest* request,
                                          v1::LoginResponse* response) {
  return rpc_.Run(context, request, response,
                  [=, this](Session& session) { *response = login_.Run(session, *request); });
}

ServerUnaryReactor* SessionService::RefreshSession(CallbackServerContext* context,
                                                   const v1::RefreshSessionRequest* request,
                                                   v1::LoginResponse* response) {
  return rpc_.Run(context, request, response,
                  [=, this](Session& session) { *response = refresh_.Run(session, *request); });
}

ServerUnaryReactor* SessionService::Logout(CallbackServerContext* context, const v1::LogoutRequest* request,
                                           google::protobuf::Empty* response) {
  return rpc_.Run(context, request, response,
                  [=, this](Session& session) { LogOut(session, revocations_, request->everywhere()); });
}

ServerUnaryReactor* SessionService::ListSessions(CallbackServerContext* context, const v1::ListSessionsRequest* request,
                                                 v1::ListSessionsResponse* response) {
  return rpc_.Run(context, request, response, [=](Session& session) {
    *response = Sessions(session).ListAliveOf(OwnerOfListedSessions(session, request->user_id()), *request);
  });
}

ServerUnaryReactor* SessionService::RevokeSession(CallbackServerContext* context,
                                                  const v1::RevokeSessionRequest* request, v1::Session* response) {
  return rpc_.Run(context, request, response, [=, this](Session& session) {
    *response = SessionRevocation(session, revocations_).Revoke(LockOwnSession(session, request->session_id()));
  });
}

}  // namespace voronka::crm
