#pragma once

#include <google/protobuf/message.h>

#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/resource_change.pb.h"

namespace voronka::crm {

// Adds a change of one of the account's resources to the event log, in the session's transaction, with who made it and
// why.
void Record(rpc::Session& session, int64_t account_id, v1::ResourceChange change);

// The same for a change that needs no other words than the resource before and after. `before` is null for a new one.
// What belongs to the account's configuration gets a version too: whoever changes it has the account's lock.
void RecordChange(rpc::Session& session, int64_t account_id, const google::protobuf::Message* before,
                  const google::protobuf::Message& after);

// The same for a resource that is gone. `last`: as it was.
void RecordDeletion(rpc::Session& session, int64_t account_id, const google::protobuf::Message& last);

}  // namespace voronka::crm
