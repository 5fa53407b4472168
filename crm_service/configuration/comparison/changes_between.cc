#include "crm_service/configuration/comparison/changes_between.h"

#include "crm_service/configuration/comparison/differences.h"
#include "crm_service/configuration/documents/document.h"

namespace voronka::crm {

std::vector<v1::ConfigurationDifference> ChangesBetween(const AccountConfiguration& before,
                                                        const AccountConfiguration& after) {
  auto named = InUse(before);
  named.merge(InUse(after));
  return Differences(DocumentOf(before, named), DocumentOf(after, named));
}

}  // namespace voronka::crm
