#include "crm_service/log/changes/coalesce.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

namespace voronka::crm {
namespace {

// Type and id of the changed resource.
using ResourceKey = std::pair<std::string, int64_t>;

ResourceKey KeyOf(const v1::Change& change) { return {change.resource().type_url(), change.resource_id()}; }

}  // namespace

std::vector<std::shared_ptr<const v1::Change>> Coalesced(std::vector<std::shared_ptr<const v1::Change>> changes) {
  std::set<ResourceKey> seen;
  std::ranges::reverse(changes);
  std::erase_if(changes, [&](const auto& change) { return !seen.insert(KeyOf(*change)).second; });
  std::ranges::reverse(changes);
  return changes;
}

}  // namespace voronka::crm
