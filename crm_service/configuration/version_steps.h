#pragma once

#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/configuration.pb.h"

namespace voronka::crm {

// The methods of ConfigurationService that tell its versions.
v1::ListConfigurationVersionsResponse ListConfigurationVersions(rpc::Session& session,
                                                                const v1::ListConfigurationVersionsRequest& request);
v1::GetConfigurationVersionResponse GetConfigurationVersion(rpc::Session& session,
                                                            const v1::GetConfigurationVersionRequest& request);

}  // namespace voronka::crm
