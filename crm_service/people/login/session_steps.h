#pragma once

#include <google/protobuf/empty.pb.h>

#include "foundation/rpc/calls/revocations.h"
#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/session.pb.h"

namespace voronka::crm {

// Login and RefreshSession have files of their own: login.h, refresh.h.
google::protobuf::Empty Logout(rpc::Session& session, const v1::LogoutRequest& request, rpc::Revocations& revocations);
v1::ListSessionsResponse ListSessions(rpc::Session& session, const v1::ListSessionsRequest& request);
v1::Session RevokeSession(rpc::Session& session, const v1::RevokeSessionRequest& request,
                          rpc::Revocations& revocations);

}  // namespace voronka::crm
