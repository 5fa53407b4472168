#pragma once

#include <cstdint>

#include "foundation/rpc/calls/account_work.h"
#include "foundation/storage/connection.h"

namespace voronka::crm {

// Puts the values that were there before an index into it, in portions; then its field is ready. And deletes the values
// of indexes that have ended.
class IndexFills {
 public:
  explicit IndexFills(const rpc::SessionContext& session_context) : work_(session_context, "crm") {}

  // Of the next account that waits. Whether there may be more.
  bool FillPortion(storage::Connection& db);
  // Whether there may be more.
  static bool ForgetPortion(storage::Connection& db);

 private:
  const rpc::AccountWork work_;
  // Whose portion was the last: one that fails does not hold up the others.
  int64_t account_id_ = 0;
  int64_t entity_ = 0;
};

}  // namespace voronka::crm
