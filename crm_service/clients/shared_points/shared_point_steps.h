#pragma once

#include <google/protobuf/empty.pb.h>

#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/shared_point.pb.h"

namespace voronka::crm {

v1::SharedPoint MarkSharedPoint(rpc::Session& session, const v1::MarkSharedPointRequest& request);
google::protobuf::Empty UnmarkSharedPoint(rpc::Session& session, const v1::UnmarkSharedPointRequest& request);
v1::ListSharedPointsResponse ListSharedPoints(rpc::Session& session, const v1::ListSharedPointsRequest& request);
v1::ListMarkedPointsResponse ListMarkedPoints(rpc::Session& session, const v1::ListMarkedPointsRequest& request);

}  // namespace voronka::crm
