#pragma once

#include "foundation/storage/connection.h"
#include "tests/crm/crm_server.h"

namespace voronka::testing {

// Holds the row of a deal as another session would, until it goes.
class RowLock {
 public:
  RowLock(int64_t account_id, int64_t deal_id) : db_(Crm().database()) {
    db_.Begin();
    db_.Query("SELECT id FROM deals WHERE account_id = ? AND id = ? FOR UPDATE", account_id, deal_id);
  }
  ~RowLock() { db_.Rollback(); }
  RowLock(const RowLock&) = delete;
  RowLock& operator=(const RowLock&) = delete;

  // Another session of the server waits for a lock.
  bool IsWaitedFor() {
    return !db_.Query("SELECT trx_id FROM information_schema.innodb_trx WHERE trx_state = 'LOCK WAIT'").empty();
  }

 private:
  storage::Connection db_;
};

}  // namespace voronka::testing
