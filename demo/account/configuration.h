#pragma once

#include <string>

#include "client/client.h"
#include "demo/account/staff.h"
#include "voronka/config/v1/solution.pb.h"

namespace voronka::demo {

// Creates the solution's pipelines that the account does not have yet, and sets its fields unless somebody has set
// them. Throws client::CallFailed.
void CreatePipelines(client::Client& admin, const config::v1::Solution& solution);

// The same for its forms, which are identified by name. Returns the key of the solution's first form; empty if it has
// none.
std::string CreateForms(client::Client& admin, const config::v1::Solution& solution);

// The same for its queues, whose members are the managers. Deals that nobody takes go to the head of sales, then to the
// director.
void CreateQueues(client::Client& admin, const config::v1::Solution& solution, const Staff& staff);

}  // namespace voronka::demo
