#pragma once

#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/deal.pb.h"
#include "voronka/crm/v1/unsorted.pb.h"

namespace voronka::crm {

v1::ListUnsortedResponse ListUnsorted(rpc::Session& session, const v1::ListUnsortedRequest& request);
v1::CountUnsortedResponse CountUnsorted(rpc::Session& session, const v1::CountUnsortedRequest& request);
v1::ListDeclinedUnsortedResponse ListDeclinedUnsorted(rpc::Session& session,
                                                      const v1::ListDeclinedUnsortedRequest& request);
v1::Deal AcceptUnsorted(rpc::Session& session, const v1::AcceptUnsortedRequest& request);
v1::Deal AttachUnsorted(rpc::Session& session, const v1::AttachUnsortedRequest& request);
v1::Deal DeclineUnsorted(rpc::Session& session, const v1::DeclineUnsortedRequest& request);
v1::Deal ReturnUnsorted(rpc::Session& session, const v1::ReturnUnsortedRequest& request);
v1::Deal HideUnsorted(rpc::Session& session, const v1::HideUnsortedRequest& request);
v1::Deal UnhideUnsorted(rpc::Session& session, const v1::UnhideUnsortedRequest& request);

}  // namespace voronka::crm
