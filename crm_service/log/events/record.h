#pragma once

#include <google/protobuf/message.h>

#include "foundation/rpc/calls/session.h"

namespace voronka::crm::v1 {
class Event;
}

namespace voronka::crm {

// Adds a change to the event log, in the session's transaction, with who made it and why. It belongs to the session's
// account unless it names another, as when an account is created or somebody logs in.
void Record(rpc::Session& session, v1::Event change);

// The same for a resource whose change is just its states before and after. `before` is null for a new resource.
void RecordChange(rpc::Session& session, int64_t account_id, const google::protobuf::Message* before,
                  const google::protobuf::Message& after);

}  // namespace voronka::crm
