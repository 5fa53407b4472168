#pragma once

#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/contact.pb.h"

namespace voronka::crm {

// Who works with a client now: responsible for their newest open deal, else for the last won one, else for the contact
// itself; their deputy while they are disabled. 0: nobody, or none of them is active.
int64_t ClientManager(rpc::Session& session, const v1::Contact& contact);

}  // namespace voronka::crm
