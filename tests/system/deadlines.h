#pragma once

#include <chrono>
#include <stdexcept>
#include <vector>

#include "tests/support/account.h"
#include "tests/system/moments.h"
#include "voronka/crm/v1/deal.pb.h"

namespace voronka::testing {

// When the offers of inquiries expire.
struct Deadlines {
  Moment first;
  std::chrono::microseconds spread;
};

// The first deadline came before all offers were made.
struct TooLate : std::runtime_error {
  using std::runtime_error::runtime_error;
};

// Creates this many deals, each on its first offer, with evenly spread deadlines: the queue's time to take is set for
// each batch of inquiries. Later offers may be taken for an hour. Throws TooLate.
std::vector<crm::v1::Deal> MakeOffers(Account& account, int count, const Deadlines& deadlines);

}  // namespace voronka::testing
