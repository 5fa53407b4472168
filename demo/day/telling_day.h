#pragma once

#include <ostream>

#include "client/endpoints.h"
#include "demo/people/demo_account.h"
#include "demo/story/text.h"

namespace voronka::demo {

// Plays what the rules of the account's solution tell, and tells it. Returns whether every step happened as told.
// Throws client::CallFailed or std::runtime_error if it cannot begin.
bool TellDay(const DemoAccount& account, Language language, const client::Endpoints& endpoints, std::ostream& out);

}  // namespace voronka::demo
