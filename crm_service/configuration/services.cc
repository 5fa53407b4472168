#include "crm_service/configuration/services.h"

#include "crm_service/configuration/configuration_steps.h"
#include "crm_service/configuration/remarks/remark_steps.h"
#include "crm_service/configuration/version_steps.h"

namespace voronka::crm {

rpc::Services ConfigurationServices(rpc::FeedHost& host) {
  rpc::Services services;
  services.push_back(rpc::MakeService(host, "voronka.crm.v1.ConfigurationService",
                                      {GetConfiguration, PlanConfiguration, ApplyConfiguration,
                                       ListConfigurationVersions, GetConfigurationVersion, ListSolutions}));
  services.push_back(rpc::MakeService(host, "voronka.crm.v1.RemarkService", {CreateRemark, AnswerRemark, ListRemarks}));
  return services;
}

}  // namespace voronka::crm
