#pragma once

#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/configuration.pb.h"

namespace voronka::crm {

// The methods of ConfigurationService, but for those of version_steps.h.
v1::GetConfigurationResponse GetConfiguration(rpc::Session& session, const v1::GetConfigurationRequest& request);
v1::ConfigurationPlan PlanConfiguration(rpc::Session& session, const v1::PlanConfigurationRequest& request);
v1::ConfigurationPlan ApplyConfiguration(rpc::Session& session, const v1::ApplyConfigurationRequest& request);
v1::ListSolutionsResponse ListSolutions(rpc::Session& session, const v1::ListSolutionsRequest& request);

}  // namespace voronka::crm
