#include "crm_service/clients/contacts/contact_service.h"

#include "crm_service/clients/contacts/contacts.h"

namespace voronka::crm {

using rpc::Session;
using Reactor = ContactService::Reactor;

Reactor* ContactService::CreateContact(Context* context, const v1::CreateContactRequest* request,
                                       v1::Contact* response) {
  return rpc_.Run(context, request, response, [=](Session& s) { *response = Contacts(s).Create(*request); });
}

Reactor* ContactService::GetContact(Context* context, const v1::GetContactRequest* request, v1::Contact* response) {
  return rpc_.Run(context, request, response, [=](Session& s) { *response = Contacts(s).Get(request->contact_id()); });
}

Reactor* ContactService::UpdateContact(Context* context, const v1::UpdateContactRequest* request,
                                       v1::Contact* response) {
  return rpc_.Run(context, request, response, [=](Session& s) { *response = Contacts(s).Update(*request); });
}

Reactor* ContactService::ListContacts(Context* context, const v1::ListContactsRequest* request,
                                      v1::ListContactsResponse* response) {
  return rpc_.Run(context, request, response, [=](Session& s) { *response = Contacts(s).List(*request); });
}

}  // namespace voronka::crm
