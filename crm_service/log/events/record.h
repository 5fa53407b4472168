#pragma once

#include <google/protobuf/message.h>

#include "foundation/rpc/calls/session.h"

namespace voronka::crm::v1 {
class Event;
}

namespace voronka::crm {

// Adds a change to the event log, in the session's transaction, with who did it and why. It belongs to the session's
// account unless it names another, as where an account is made or somebody logs in.
void Record(rpc::Session& session, v1::Event change);

// The same for a resource whose change is nothing but what it was and what it is. `before` is null for a new one.
void RecordChange(rpc::Session& session, int64_t account_id, const google::protobuf::Message* before,
                  const google::protobuf::Message& after);

}  // namespace voronka::crm
