#pragma once

#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/deal.pb.h"

namespace voronka::crm {

// The deal's timeline says that every manager has hidden it, and so the notifier tells the head of sales.
void TellHiddenByAll(rpc::Session& session, const v1::Deal& deal);

}  // namespace voronka::crm
