#pragma once

#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/timeline.pb.h"

namespace voronka::crm {

v1::ListTimelineResponse ListTimeline(rpc::Session& session, const v1::ListTimelineRequest& request);
v1::TimelineEntry AddNote(rpc::Session& session, const v1::AddNoteRequest& request);

}  // namespace voronka::crm
