#pragma once

#include "crm_service/work/files/file_keeping.h"
#include "foundation/rpc/server/service.h"

namespace voronka::crm {

// `files` must outlive them.
rpc::Services WorkServices(rpc::FeedHost& host, FileKeeping& files);

}  // namespace voronka::crm
