#pragma once

#include <string>

#include "gateway/rpc/call.h"
#include "gateway/rpc/method.h"

namespace voronka::gateway {

// If the call ended because its service is down: the reason `CRM_UNAVAILABLE`, `DISTRIBUTION_UNAVAILABLE` or
// `NOTIFIER_UNAVAILABLE`, and a text in `language` that says which part of the product is down. What a service said
// itself stays as it is.
void NameTheAbsent(Ending& ending, const Method& method, const std::string& language);

}  // namespace voronka::gateway
