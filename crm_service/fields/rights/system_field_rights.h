#pragma once

#include <google/protobuf/message.h>

#include "foundation/rpc/calls/session.h"
#include "foundation/rpc/requests/error.h"
#include "voronka/crm/v1/field_set.pb.h"

namespace voronka::crm {

// Adds FIELD_NOT_EDITABLE for each system field that a write changes and that is not for the caller's role to change.
// `before`: empty for a new resource. The field set is read only if one changes, and if the role may be limited.
void CheckMayEditSystemFields(rpc::Session& session, v1::Entity entity, const google::protobuf::Message& before,
                              const google::protobuf::Message& after, rpc::Violations& violations);

}  // namespace voronka::crm
