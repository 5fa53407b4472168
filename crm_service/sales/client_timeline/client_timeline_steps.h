#pragma once

#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/client_history.pb.h"

namespace voronka::crm {

v1::ListClientTimelineResponse ListClientTimeline(rpc::Session& session, const v1::ListClientTimelineRequest& request);

}  // namespace voronka::crm
