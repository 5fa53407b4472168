#pragma once

#include <string>

#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/task.pb.h"
#include "voronka/crm/v1/timeline.pb.h"

namespace voronka::crm {

// Records what was done to a task in the timeline of its deal, if it has one.
void AddEntry(rpc::Session& session, const v1::Task& task, v1::TimelineEntry::Kind entry_kind, const std::string& text);

}  // namespace voronka::crm
