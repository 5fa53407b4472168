#pragma once

#include "foundation/storage/connection.h"
#include "tests/crm_service/crm_server.h"
#include "voronka/config/v1/process.pb.h"

namespace voronka::testing {

// Holds the lock of a deal's row, like another session, until it goes out of scope.
class RowLock {
 public:
  RowLock(int64_t account_id, int64_t deal_id) : db_(Crm().database()) {
    db_.Begin();
    db_.Query("SELECT id FROM deals WHERE account_id = ? AND id = ? FOR UPDATE", account_id, deal_id);
  }
  ~RowLock() { db_.Rollback(); }
  RowLock(const RowLock&) = delete;
  RowLock& operator=(const RowLock&) = delete;

  // Whether another session of the server waits for a lock.
  bool IsWaitedFor() {
    return db_.Query(
                  "SELECT CAST(VARIABLE_VALUE AS SIGNED) FROM information_schema.global_status "
                  "WHERE VARIABLE_NAME = 'INNODB_ROW_LOCK_CURRENT_WAITS'")
               .at(0)
               .Int(0) > 0;
  }

 private:
  storage::Connection db_;
};

}  // namespace voronka::testing
