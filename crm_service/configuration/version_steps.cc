#include "crm_service/configuration/version_steps.h"

#include <google/protobuf/repeated_field.h>

#include <limits>
#include <vector>

#include "crm_service/configuration/comparison/changes_between.h"
#include "crm_service/log/versions/configuration_versions.h"
#include "foundation/rpc/requests/page.h"

namespace voronka::crm {

v1::ListConfigurationVersionsResponse ListConfigurationVersions(rpc::Session& session,
                                                                const v1::ListConfigurationVersionsRequest& request) {
  const rpc::Page page(request, {std::numeric_limits<int64_t>::max()});
  v1::ListConfigurationVersionsResponse response;
  page.Fill(ConfigurationVersions(session).ListBelow(page.key(), page.limit()), response.mutable_versions(),
            response.mutable_next_page_token(),
            [](const v1::ConfigurationVersion& version) { return std::vector{version.version()}; });
  return response;
}

v1::GetConfigurationVersionResponse GetConfigurationVersion(rpc::Session& session,
                                                            const v1::GetConfigurationVersionRequest& request) {
  ConfigurationVersions versions(session);
  v1::GetConfigurationVersionResponse response;
  *response.mutable_version() = versions.Get(request.version() == 0 ? versions.Latest() : request.version());
  const auto version = response.version().version();
  auto differences = ChangesBetween(ReadConfigurationAt(session, version - 1), ReadConfigurationAt(session, version));
  response.mutable_differences()->Assign(differences.begin(), differences.end());
  return response;
}

}  // namespace voronka::crm
