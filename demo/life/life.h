#pragma once

#include <cstdint>
#include <ostream>

#include "client/endpoints.h"
#include "demo/people/demo_account.h"

namespace voronka::demo {

struct Life {
  DemoAccount account;
  // The same seed gives the same names, stages and values. Times lie around the moment.
  uint64_t seed = 1;
  // There is one for each stage, even if those are more.
  int deals = 60;
};

// Fills the account with invented clients, deals in every stage, tasks, notes and inquiries, by the public API alone,
// so that every rule holds. A life that was broken off goes on with the deal after the last that was begun; an account
// that has as many is left alone. Throws client::CallFailed and std::runtime_error.
void GiveLife(const Life& life, const client::Endpoints& endpoints, std::ostream& out);

}  // namespace voronka::demo
