#pragma once

#include <cstdint>

#include "voronka/crm/v1/session.pb.h"

namespace voronka::crm {

// Whether its refresh token works: neither revoked nor expired.
bool IsAlive(const v1::Session& session, int64_t now);

// Revoked now: from here on nothing of it works.
v1::Session Ended(v1::Session session, int64_t now);

}  // namespace voronka::crm
