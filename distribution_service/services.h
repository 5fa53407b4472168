#pragma once

#include "distribution_service/background/reconciler.h"
#include "distribution_service/crm/directory.h"
#include "foundation/rpc/server/service.h"

namespace voronka::distribution {

rpc::Services DistributionServices(rpc::FeedHost& host, CrmDirectory& directory, Reconciler& reconciler);

}  // namespace voronka::distribution
