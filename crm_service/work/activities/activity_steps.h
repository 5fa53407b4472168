#pragma once

#include <google/protobuf/empty.pb.h>

#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/activity.pb.h"

namespace voronka::crm {

v1::Activity CreateActivity(rpc::Session& session, const v1::CreateActivityRequest& request);
v1::Activity UpdateActivity(rpc::Session& session, const v1::UpdateActivityRequest& request);
google::protobuf::Empty DeleteActivity(rpc::Session& session, const v1::DeleteActivityRequest& request);
v1::ListActivitiesResponse ListActivities(rpc::Session& session, const v1::ListActivitiesRequest& request);

}  // namespace voronka::crm
