#pragma once

#include <string>

#include "client/client.h"
#include "demo/account/solution.h"
#include "demo/account/staff.h"

namespace voronka::demo {

// Applies the solution, unless the account has pipelines already. Throws client::CallFailed.
void ApplySolution(client::Client& admin, const Solution& solution);

// The key of the account's form that has the name of the solution's first. Empty if there is none.
std::string KeyOfForm(client::Client& admin, const crm::v1::Configuration& solution);

// Creates the solution's queues that the account does not have yet. Their members are the managers. Deals that nobody
// takes go to the head of sales, then to the director.
void CreateQueues(client::Client& admin, const crm::v1::Configuration& solution, const Staff& staff);

}  // namespace voronka::demo
