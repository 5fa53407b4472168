#pragma once

#include <cstdint>

#include "foundation/rpc/calls/account_work.h"
#include "foundation/storage/connection.h"

namespace voronka::crm {

// Corrects indexes: the programs of an earlier release, which know of none, may have written values.
class IndexRenewal {
 public:
  explicit IndexRenewal(const rpc::SessionContext& session_context) : work_(session_context, "crm") {}

  // Looks at the values of the next resources, of all accounts. Whether there are more: if not, it begins anew.
  bool RenewPortion(storage::Connection& db);

 private:
  const rpc::AccountWork work_;
  // Of the last resource that was looked at.
  int64_t account_id_ = 0;
  int64_t entity_ = 0;
  int64_t resource_id_ = 0;
};

}  // namespace voronka::crm
