#pragma once

#include <string>

#include "client/client.h"
#include "demo/account/staff.h"
#include "voronka/config/v1/solution.pb.h"

namespace voronka::demo {

// Makes those of the solution's pipelines that the account does not have yet. Throws client::CallFailed.
void CreatePipelines(client::Client& admin, const config::v1::Solution& solution);

// The same for its forms, which are known by their names. Returns the key of the first of the solution's; empty: it has
// none.
std::string CreateForms(client::Client& admin, const config::v1::Solution& solution);

// The same for its queues, with the managers as their members; what nobody takes goes to the head of sales, then to the
// director.
void CreateQueues(client::Client& admin, const config::v1::Solution& solution, const Staff& staff);

}  // namespace voronka::demo
