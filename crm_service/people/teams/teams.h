#pragma once

#include "crm_service/log/resources/resource_table.h"
#include "voronka/crm/v1/team.pb.h"

namespace voronka::crm {

// The table `teams`.
using Teams = ResourceTable<v1::Team>;

}  // namespace voronka::crm
