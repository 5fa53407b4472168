#pragma once

#include <cstdint>

#include "foundation/storage/connection.h"

namespace voronka::crm {

// The table `file_totals`: how many bytes of files an account has. Its row is also the lock under which content comes
// and goes: nobody removes what somebody else has just found to be there.
class FileTotals {
 public:
  FileTotals(storage::Connection& db, int64_t account_id) : db_(db), account_id_(account_id) {}

  // Without a lock.
  int64_t Bytes();
  // Locks the row until the transaction ends; makes it if there is none.
  int64_t Lock();
  // The row must be locked.
  void Add(int64_t bytes);

 private:
  storage::Connection& db_;
  const int64_t account_id_;
};

}  // namespace voronka::crm
