#include "tests/foundation/rpc/installation.h"

#include <utility>

#include "foundation/security/key_files.h"
#include "tests/support/database.h"

namespace voronka::rpc {
namespace {

constexpr const char* kKeys[] = {"users", "auditor", "gateway", "robot"};

}  // namespace

Installation::Installation() : Installation(testing::FreshSchema()) {}

Installation::Installation(config::v1::Database database) : database_(std::move(database)) {
  for (const char* kid : kKeys) security::GenerateKeyPair(PrivateKey(kid), PublicKey(kid));
}

config::v1::Process Installation::Configuration(int workers, int queue_limit) const {
  config::v1::Process process;
  process.set_listen("127.0.0.1:0");
  *process.mutable_database() = database_;
  process.set_workers(workers);
  process.set_queue_limit(queue_limit);
  for (const std::string kid : kKeys) {
    auto& key = *process.add_token_keys();
    key.set_kid(kid);
    key.set_public_key_file(PublicKey(kid));
    if (kid != "users") key.set_service(kid);
  }
  *process.mutable_signing_key() = SigningKey("users");
  process.mutable_log()->set_file(folder_ / "log");
  process.mutable_stop_grace()->set_seconds(5);
  return process;
}

config::v1::SigningKey Installation::SigningKey(const std::string& kid) const {
  config::v1::SigningKey key;
  key.set_kid(kid);
  key.set_private_key_file(PrivateKey(kid));
  return key;
}

std::string Installation::TokenOf(int64_t account_id, int64_t user_id, options::v1::Role role) const {
  const security::Claims claims{
      .account_id = account_id, .user_id = user_id, .session_id = user_id, .role = role, .service = {}};
  return security::TokenSigner(SigningKey("users"))
      .Sign(claims, std::chrono::minutes(15), process::SystemClock().NowMicros());
}

void InTransaction(const SessionContext& session_context, storage::Connection& db, int64_t account_id,
                   const std::function<void(Session&)>& work) {
  Caller caller;
  caller.account_id = account_id;
  const Origin origin{"", "test"};
  storage::RunTransaction(db, [&](storage::Transaction& transaction) {
    Session session(session_context, transaction, caller, origin);
    work(session);
  });
}

}  // namespace voronka::rpc
