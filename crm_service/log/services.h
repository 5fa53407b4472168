#pragma once

#include "crm_service/log/changes/change_filter.h"
#include "crm_service/log/changes/recent_changes.h"
#include "crm_service/log/events/recent_events.h"
#include "foundation/events/tail.h"
#include "foundation/rpc/server/service.h"

namespace voronka::crm {

rpc::Services LogServices(rpc::FeedHost& host, const events::Tail& tail, RecentEvents& recent_events,
                          RecentChanges& recent_changes, NewChangeFilter new_filter);

}  // namespace voronka::crm
