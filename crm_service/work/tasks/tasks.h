#pragma once

#include "crm_service/log/resources/resource_table.h"
#include "voronka/crm/v1/task.pb.h"

namespace voronka::crm {

// The table `tasks`.
using Tasks = ResourceTable<v1::Task>;

}  // namespace voronka::crm
