#pragma once

#include <string>

#include "client/client.h"
#include "demo/account/solution.h"

namespace voronka::demo {

// Applies the solution, unless the account has pipelines already. Its queues are of the managers who are hired, and
// what nobody takes goes to the head of sales. Throws client::CallFailed.
void ApplySolution(client::Client& admin, const Solution& solution);

// The key of the account's form that has the name of the solution's first. Empty if there is none.
std::string KeyOfForm(client::Client& admin, const crm::v1::Configuration& solution);

}  // namespace voronka::demo
