#pragma once

#include "crm_service/log/changes/recent_changes.h"
#include "foundation/events/tail.h"
#include "foundation/rpc/server/service.h"

namespace voronka::crm {

rpc::Services LogServices(rpc::FeedHost& host, const events::Tail& tail, RecentChanges& recent);

}  // namespace voronka::crm
