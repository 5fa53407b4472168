#pragma once

#include <cstdint>

#include "voronka/crm/v1/session.pb.h"

namespace voronka::crm {

// Neither revoked nor expired: its refresh token works.
bool IsAlive(const v1::Session& session, int64_t now);

// The session, revoked now.
v1::Session Ended(v1::Session session, int64_t now);

}  // namespace voronka::crm
