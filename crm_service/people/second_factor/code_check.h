#pragma once

#include <cstdint>
#include <string>

#include "foundation/rpc/calls/session.h"
#include "foundation/rpc/requests/error.h"

namespace voronka::crm {

// Uses up a code of the app, or a recovery code, of a locked user who has a second factor. False if it is wrong or has
// been used.
bool UseCode(rpc::Session& session, int64_t account_id, int64_t user_id, const std::string& code);

// CODE_WRONG, at the field `code`.
rpc::Error CodeWrong(rpc::Code code);

}  // namespace voronka::crm
