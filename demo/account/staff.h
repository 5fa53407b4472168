#pragma once

#include "client/client.h"
#include "demo/people/demo_account.h"

namespace voronka::demo {

// Creates the people, and their team, that the account does not have yet. Throws client::CallFailed.
void HireStaff(client::Client& admin, const DemoAccount& account);

}  // namespace voronka::demo
