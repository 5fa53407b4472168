#pragma once

#include <string>

#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/approval.pb.h"
#include "voronka/crm/v1/timeline.pb.h"

namespace voronka::crm {

// What happened to an approval, in the timeline of its deal. `text`: what was said with it.
void AddApprovalEntry(rpc::Session& session, const v1::Approval& approval, v1::TimelineEntry::Kind kind,
                      const std::string& text = "");

}  // namespace voronka::crm
