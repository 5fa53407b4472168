#pragma once

#include <memory>
#include <vector>

#include "voronka/crm/v1/change.pb.h"

namespace voronka::crm {

// Keeps the last change of each resource, in the original order.
std::vector<std::shared_ptr<const v1::Change>> Coalesced(std::vector<std::shared_ptr<const v1::Change>> changes);

}  // namespace voronka::crm
