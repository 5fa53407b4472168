#pragma once

#include <cstdint>
#include <string>

#include "foundation/storage/connection.h"

namespace voronka::bench {

// Accounts with the same number of deals each.
struct DealPool {
  int64_t first_account;
  int64_t accounts;
  int64_t deals_of_each;
};

// Ids that no other value is mistaken for.
inline constexpr DealPool kThousandAccounts{700'000, 1'000, 1'000};
inline constexpr DealPool kOneAccount{710'000, 1, 1'000'000};
inline constexpr DealPool kSmallAccount{720'000, 1, 10'000};
inline constexpr int64_t kFirstDeal = 5'000'000;
// Of the thousand; its partition's number is no other value either.
inline constexpr int64_t kSampledAccount = 700'029;

inline constexpr char kPipeline[] = "first_sales";
// The deals of an account stand on these in turn, by their numbers.
inline constexpr const char* kStages[] = {"accepted", "price_sent", "order_placed", "prepaid"};

// Fills the schema of the CRM, whose service does not run, with pools of deals: their accounts are copies of one that
// was made through the API, and their deals are those of one user.
void Fill(storage::Connection& crm, int64_t model_account, int64_t responsible_user);

}  // namespace voronka::bench
