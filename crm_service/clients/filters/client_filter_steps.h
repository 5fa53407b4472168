#pragma once

#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/filter.pb.h"

namespace voronka::crm {

v1::FilterContactsResponse FilterContacts(rpc::Session& session, const v1::FilterContactsRequest& request);
v1::CountContactsResponse CountContacts(rpc::Session& session, const v1::CountContactsRequest& request);
v1::FilterCompaniesResponse FilterCompanies(rpc::Session& session, const v1::FilterCompaniesRequest& request);
v1::CountCompaniesResponse CountCompanies(rpc::Session& session, const v1::CountCompaniesRequest& request);

}  // namespace voronka::crm
