#pragma once

#include <cstdint>

#include "foundation/rpc/calls/session.h"
#include "foundation/rpc/requests/error.h"
#include "voronka/crm/v1/field_set.pb.h"

namespace voronka::crm {

// A deal, contact or company of this id as messages name it: «сделка #7 «Окна»»; one that the
// caller does not see only as one of a colleague.
rpc::Text NameOf(rpc::Session& session, v1::Entity entity, int64_t id);

}  // namespace voronka::crm
