#pragma once

#include <cstdint>

#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/user.pb.h"

namespace voronka::crm {

// Whose second factor is to be removed. Throws INVALID_ARGUMENT (REQUIRED) if a service names nobody or a user leaves
// out what proves who they are, PERMISSION_DENIED (NOT_YOURS) if somebody other than an admin names another user, and
// UNAUTHENTICATED if the caller is not an admin any more.
int64_t OwnerOfRemovedTotp(rpc::Session& session, const v1::RemoveTotpRequest& request);

}  // namespace voronka::crm
