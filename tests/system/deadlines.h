#pragma once

#include <chrono>
#include <stdexcept>
#include <vector>

#include "tests/support/account.h"
#include "tests/system/moments.h"
#include "voronka/crm/v1/deal.pb.h"

namespace voronka::testing {

// When the offers of inquiries are to lapse.
struct Deadlines {
  Moment first;
  std::chrono::microseconds spread;
};

// The first deadline came before all offers were made.
struct TooLate : std::runtime_error {
  using std::runtime_error::runtime_error;
};

// Makes that many deals, each on its first offer, with deadlines spread evenly: the queue's time to take is set anew
// for each batch of inquiries. What is offered after that may be taken for an hour. Throws TooLate.
std::vector<crm::v1::Deal> MakeOffers(Account& account, int count, const Deadlines& deadlines);

}  // namespace voronka::testing
