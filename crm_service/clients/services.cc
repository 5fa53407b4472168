#include "crm_service/clients/services.h"

#include "crm_service/clients/contacts/contact_steps.h"

namespace voronka::crm {

rpc::Services ClientServices(rpc::FeedHost& host, const ContactGuard& guard) {
  const auto update = [guard](rpc::Session& session, const v1::UpdateContactRequest& request) {
    return UpdateContact(session, request, guard);
  };
  rpc::Services services;
  services.push_back(
      rpc::MakeService(host, "voronka.crm.v1.ContactService", {CreateContact, GetContact, update, ListContacts}));
  return services;
}

}  // namespace voronka::crm
