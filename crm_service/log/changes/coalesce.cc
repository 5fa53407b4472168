#include "crm_service/log/changes/coalesce.h"

#include <algorithm>
#include <set>
#include <utility>

namespace voronka::crm {
namespace {

// Type and id of the changed resource.
using Resource = std::pair<int, int64_t>;

Resource ResourceOf(const v1::Change& change) {
  const auto* field =
      v1::Change::GetReflection()->GetOneofFieldDescriptor(change, v1::Change::descriptor()->oneof_decl(0));
  const auto& resource = v1::Change::GetReflection()->GetMessage(change, field);
  return {field->number(), resource.GetReflection()->GetInt64(resource, field->message_type()->FindFieldByName("id"))};
}

}  // namespace

std::vector<std::shared_ptr<const v1::Change>> Coalesced(std::vector<std::shared_ptr<const v1::Change>> changes) {
  std::set<Resource> seen;
  std::ranges::reverse(changes);
  std::erase_if(changes, [&](const auto& change) { return !seen.insert(ResourceOf(*change)).second; });
  std::ranges::reverse(changes);
  return changes;
}

}  // namespace voronka::crm
