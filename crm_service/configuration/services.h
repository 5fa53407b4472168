#pragma once

#include "foundation/rpc/server/service.h"

namespace voronka::crm {

rpc::Services ConfigurationServices(rpc::FeedHost& host);

}  // namespace voronka::crm
