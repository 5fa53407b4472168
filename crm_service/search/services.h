#pragma once

#include "foundation/rpc/server/service.h"

namespace voronka::crm {

rpc::Services SearchServices(rpc::FeedHost& host);

}  // namespace voronka::crm
