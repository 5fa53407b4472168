#pragma once

#include <cstdint>

#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/deal.pb.h"

namespace voronka::crm {

// A DealHandover: the open tasks of the deal that are assigned to `from_user_id` pass to its responsible user. They
// keep their setter, due time and reminders.
void PassTasksOn(rpc::Session& session, const v1::Deal& deal, int64_t from_user_id);

}  // namespace voronka::crm
