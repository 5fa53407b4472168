#pragma once

#include <string>

#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/deal.pb.h"

namespace voronka::crm {

// What people call the deal: by its client, if nobody has named it. Empty: the client has no name either.
std::string CalledName(rpc::Session& session, const v1::Deal& deal);

}  // namespace voronka::crm
