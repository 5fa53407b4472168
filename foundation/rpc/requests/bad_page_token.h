#pragma once

#include "foundation/rpc/requests/error.h"

namespace voronka::rpc {

// INVALID_ARGUMENT with reason BAD_PAGE_TOKEN.
Error BadPageToken();

}  // namespace voronka::rpc
