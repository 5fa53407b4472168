#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "foundation/storage/connection.h"
#include "tests/support/account.h"
#include "voronka/crm/v1/condition.pb.h"
#include "voronka/crm/v1/saved_filter.pb.h"

namespace voronka::bench {

// How many managers an account needs that filters are drawn for. Nine of ten deals are the first one's, nine of ten of
// the others the second one's, and so on.
inline constexpr int kManagersToFilterBy = 4;

// What a list is asked for.
struct DrawnFilter {
  crm::v1::FilterSubject subject = crm::v1::FILTER_SUBJECT_DEALS;
  crm::v1::Condition condition;
  std::string order_by;
};

// Fills an account with as many deals as contacts, which differ in what the filters ask for: among others in `area`, a
// number of the account's own.
void FillToFilter(storage::Connection& crm, testing::Account& account, int64_t deals);

// Filters and orders for such an account: about deals, and about contacts. From everything down to a few: the same seed
// draws filters of the same share for accounts of any size.
std::vector<DrawnFilter> DrawFilters(unsigned seed, int count, const testing::Account& account, int64_t deals);

}  // namespace voronka::bench
