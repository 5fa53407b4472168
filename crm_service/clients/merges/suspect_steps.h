#pragma once

#include <google/protobuf/empty.pb.h>

#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/merge.pb.h"

namespace voronka::crm {

v1::ListSuspectsResponse ListSuspects(rpc::Session& session, const v1::ListSuspectsRequest& request);
google::protobuf::Empty DismissSuspect(rpc::Session& session, const v1::DismissSuspectRequest& request);

}  // namespace voronka::crm
