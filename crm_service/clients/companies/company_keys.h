#pragma once

#include <cstdint>

#include "foundation/storage/connection.h"

namespace voronka::crm {

// Renews stored keys of companies: an earlier release may have made others of the same names (company_key.h).
class CompanyKeys {
 public:
  // Looks at the next companies, of all accounts. Whether there are more: if not, it begins anew.
  bool RenewPortion(storage::Connection& db);

 private:
  // Of the last company that was looked at.
  int64_t account_id_ = 0;
  int64_t id_ = 0;
};

}  // namespace voronka::crm
