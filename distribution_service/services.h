#pragma once

#include "distribution_service/crm/directory.h"
#include "foundation/rpc/server/service.h"

namespace voronka::distribution {

rpc::Services DistributionServices(rpc::FeedHost& host, CrmDirectory& directory);

}  // namespace voronka::distribution
