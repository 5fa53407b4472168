#include "foundation/rpc/calls/account_work.h"

#include "foundation/storage/transaction.h"

namespace voronka::rpc {

Caller AccountWork::CallerIn(int64_t account_id) const {
  Caller caller;
  caller.account_id = account_id;
  caller.role = options::v1::ROLE_SERVICE;
  caller.service = service_;
  return caller;
}

void AccountWork::Run(storage::Connection& db, int64_t account_id, const std::string& cause,
                      const std::function<void(Session&)>& body) const {
  const auto caller = CallerIn(account_id);
  const Origin origin{"", cause};
  storage::RunTransaction(db, [&](storage::Transaction& transaction) {
    Session session(session_context_, transaction, caller, origin);
    body(session);
  });
}

void AccountWork::Read(storage::Connection& db, int64_t account_id, const std::string& cause,
                       const std::function<void(Session&)>& body) const {
  const auto caller = CallerIn(account_id);
  const Origin origin{"", cause};
  const storage::Connection::ReadingOnly reading_only(db);
  Session session(session_context_, db, caller, origin);
  body(session);
}

}  // namespace voronka::rpc
