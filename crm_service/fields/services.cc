#include "crm_service/fields/services.h"

#include "crm_service/fields/field_set_steps.h"

namespace voronka::crm {

rpc::Services FieldServices(rpc::FeedHost& host) {
  rpc::Services services;
  services.push_back(
      rpc::MakeService(host, "voronka.crm.v1.FieldSetService", {GetFieldSet, ListFieldSets, UpdateFieldSet}));
  return services;
}

}  // namespace voronka::crm
