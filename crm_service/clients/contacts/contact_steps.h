#pragma once

#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/contact.pb.h"

namespace voronka::crm {

v1::Contact CreateContact(rpc::Session& session, const v1::CreateContactRequest& request);
v1::Contact GetContact(rpc::Session& session, const v1::GetContactRequest& request);
v1::Contact UpdateContact(rpc::Session& session, const v1::UpdateContactRequest& request);
v1::ListContactsResponse ListContacts(rpc::Session& session, const v1::ListContactsRequest& request);

}  // namespace voronka::crm
