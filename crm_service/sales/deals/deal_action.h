#pragma once

#include <cstdint>
#include <string>

#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/deal.pb.h"
#include "voronka/crm/v1/resource_change.pb.h"
#include "voronka/crm/v1/timeline.pb.h"

namespace voronka::crm {

// What was done to a deal.
struct DealAction {
  v1::ResourceChange::Kind kind;
  v1::TimelineEntry::Kind entry_kind;
  // The user it is about, unless that is the actor.
  int64_t user_id = 0;
  // The reason, in the actor's words.
  std::string text = {};
};

// Adds the action to the deal's timeline and to the event log. `before` is null for a new deal.
void RecordAction(rpc::Session& session, const v1::Deal* before, const v1::Deal& after, const DealAction& action);

}  // namespace voronka::crm
