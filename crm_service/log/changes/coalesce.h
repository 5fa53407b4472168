#pragma once

#include <memory>
#include <vector>

#include "voronka/crm/v1/change.pb.h"

namespace voronka::crm {

// Of each resource the last change, in the order of those.
std::vector<std::shared_ptr<const v1::Change>> Coalesced(std::vector<std::shared_ptr<const v1::Change>> changes);

}  // namespace voronka::crm
