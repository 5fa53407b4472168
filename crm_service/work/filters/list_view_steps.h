#pragma once

#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/list_view.pb.h"

namespace voronka::crm {

v1::ListView GetListView(rpc::Session& session, const v1::GetListViewRequest& request);
v1::ListView UpdateListView(rpc::Session& session, const v1::UpdateListViewRequest& request);

}  // namespace voronka::crm
