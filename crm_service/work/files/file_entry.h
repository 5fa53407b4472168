#pragma once

#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/file.pb.h"
#include "voronka/crm/v1/timeline.pb.h"

namespace voronka::crm {

// Says so in the timeline of its deal, if the file belongs to one, or to a task of one.
void AddEntry(rpc::Session& session, const v1::File& file, v1::TimelineEntry::Kind entry_kind);

}  // namespace voronka::crm
