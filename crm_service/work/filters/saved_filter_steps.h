#pragma once

#include <google/protobuf/empty.pb.h>

#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/saved_filter.pb.h"

namespace voronka::crm {

v1::SavedFilter CreateSavedFilter(rpc::Session& session, const v1::CreateSavedFilterRequest& request);
v1::SavedFilter GetSavedFilter(rpc::Session& session, const v1::GetSavedFilterRequest& request);
v1::ListSavedFiltersResponse ListSavedFilters(rpc::Session& session, const v1::ListSavedFiltersRequest& request);
v1::SavedFilter UpdateSavedFilter(rpc::Session& session, const v1::UpdateSavedFilterRequest& request);
google::protobuf::Empty DeleteSavedFilter(rpc::Session& session, const v1::DeleteSavedFilterRequest& request);

}  // namespace voronka::crm
