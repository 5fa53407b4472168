#include "crm_service/search/services.h"

#include "crm_service/search/finding/search_steps.h"

namespace voronka::crm {

rpc::Services SearchServices(rpc::FeedHost& host) {
  rpc::Services services;
  services.push_back(rpc::MakeService(host, "voronka.crm.v1.SearchService", {Search, RebuildSearch}));
  return services;
}

}  // namespace voronka::crm
