#pragma once

#include "foundation/rpc/server/service.h"

namespace voronka::crm {

rpc::Services IntakeServices(rpc::FeedHost& host);

}  // namespace voronka::crm
