#pragma once

#include <cstdint>
#include <string>

#include "foundation/storage/connection.h"

namespace voronka::bench {

// Accounts that all have the same number of deals.
struct DealPool {
  int64_t first_account;
  int64_t accounts;
  int64_t deals_of_each;
};

// Ids that cannot be confused with any other value.
inline constexpr DealPool kThousandAccounts{700'000, 1'000, 1'000};
inline constexpr DealPool kOneAccount{710'000, 1, 1'000'000};
inline constexpr DealPool kSmallAccount{720'000, 1, 10'000};
// Whose pipeline gets rules.
inline constexpr DealPool kRuledAccount{730'000, 1, 10'000};
inline constexpr int64_t kFirstDeal = 5'000'000;
// The main contact of the first deal of an account; the next deal has the next one.
inline constexpr int64_t kFirstContact = 6'000'000;
// One of the thousand. Its partition's number cannot be confused with another value either.
inline constexpr int64_t kSampledAccount = 700'029;

inline constexpr char kPipeline[] = "first_sales";
// The stages of an account's deals, in turn by deal id.
inline constexpr const char* kStages[] = {"accepted", "price_sent", "order_placed", "prepaid"};

// Fills the schema of the CRM, whose service is not running, with pools of deals. Their accounts are copies of one that
// was created through the API, and all deals belong to one user.
void Fill(storage::Connection& crm, int64_t model_account, int64_t responsible_user);

// Adds deals of one user to an account that the service may be serving.
void AddDeals(storage::Connection& crm, int64_t account, int64_t responsible_user, int64_t deals);

// Adds the main contacts of as many deals, each with a phone and an email.
void AddContacts(storage::Connection& crm, int64_t account, int64_t responsible_user, int64_t contacts);
// Of a contact with this number, from 0.
std::string PhoneOfContact(int64_t number);
std::string EmailOfContact(int64_t number);

}  // namespace voronka::bench
