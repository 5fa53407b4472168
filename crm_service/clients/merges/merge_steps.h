#pragma once

#include "crm_service/clients/merges/merged_as.h"
#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/merge.pb.h"

namespace voronka::crm {

v1::Merge MergeContacts(rpc::Session& session, const v1::MergeContactsRequest& request, const MergeHooks& hooks);
v1::Merge MergeCompanies(rpc::Session& session, const v1::MergeCompaniesRequest& request, const MergeHooks& hooks);
v1::ListMergesResponse ListMerges(rpc::Session& session, const v1::ListMergesRequest& request);

}  // namespace voronka::crm
