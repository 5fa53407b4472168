#pragma once

#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/file.pb.h"
#include "voronka/crm/v1/timeline.pb.h"

namespace voronka::crm {

// Says so in the timeline, if the file belongs to a deal.
void AddEntry(rpc::Session& session, const v1::File& file, v1::TimelineEntry::Kind entry_kind);

}  // namespace voronka::crm
