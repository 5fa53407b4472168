#pragma once

#include <google/protobuf/empty.pb.h>

#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/deal_contact.pb.h"

namespace voronka::crm {

v1::DealContact CreateDealContact(rpc::Session& session, const v1::CreateDealContactRequest& request);
v1::DealContact UpdateDealContact(rpc::Session& session, const v1::UpdateDealContactRequest& request);
google::protobuf::Empty DeleteDealContact(rpc::Session& session, const v1::DeleteDealContactRequest& request);
v1::ListDealContactsResponse ListDealContacts(rpc::Session& session, const v1::ListDealContactsRequest& request);

}  // namespace voronka::crm
