#include "distribution_service/background/account_work.h"

namespace voronka::distribution {
namespace {

rpc::Caller ThisService(int64_t account_id) {
  rpc::Caller caller;
  caller.account_id = account_id;
  caller.role = options::v1::ROLE_SERVICE;
  caller.service = "distribution";
  return caller;
}

}  // namespace

void AccountWork::Run(storage::Connection& db, int64_t account_id, const std::string& cause,
                      const std::function<void(rpc::Session&)>& body) const {
  const auto caller = ThisService(account_id);
  const rpc::Origin origin{"", cause};
  storage::RunTransaction(db, [&](storage::Transaction& transaction) {
    rpc::Session session(session_context_, transaction, caller, origin);
    body(session);
  });
}

void AccountWork::Read(storage::Connection& db, int64_t account_id, const std::string& cause,
                       const std::function<void(rpc::Session&)>& body) const {
  const auto caller = ThisService(account_id);
  const rpc::Origin origin{"", cause};
  const storage::Connection::ReadingOnly reading_only(db);
  rpc::Session session(session_context_, db, caller, origin);
  body(session);
}

}  // namespace voronka::distribution
