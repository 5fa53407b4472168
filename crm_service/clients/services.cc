#include "crm_service/clients/services.h"

#include "crm_service/clients/contacts/contact_steps.h"

namespace voronka::crm {

rpc::Services ClientServices(rpc::FeedHost& host) {
  rpc::Services services;
  services.push_back(rpc::MakeService(host, "voronka.crm.v1.ContactService",
                                      {CreateContact, GetContact, UpdateContact, ListContacts}));
  return services;
}

}  // namespace voronka::crm
