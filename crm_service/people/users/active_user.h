#pragma once

#include <string>

#include "foundation/rpc/session.h"

namespace voronka::crm {

// Who is to get work must exist, INVALID_ARGUMENT (UNKNOWN_USER), and be active, FAILED_PRECONDITION (USER_DISABLED).
void CheckMayGetWork(rpc::Session& session, int64_t user_id, const std::string& field);

}  // namespace voronka::crm
