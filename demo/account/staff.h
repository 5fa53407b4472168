#pragma once

#include <cstdint>
#include <vector>

#include "client/client.h"
#include "demo/people/demo_account.h"

namespace voronka::demo {

// The user ids of the demo's people.
struct Staff {
  int64_t director = 0;
  int64_t head_of_sales = 0;
  // In the order in which they take turns.
  std::vector<int64_t> managers;
};

// Creates the people, and their team, that the account does not have yet. Throws client::CallFailed.
Staff HireStaff(client::Client& admin, const DemoAccount& account);

}  // namespace voronka::demo
