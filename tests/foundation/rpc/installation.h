#pragma once

#include <functional>
#include <string>

#include "foundation/rpc/server/service_host.h"
#include "foundation/security/access_token.h"
#include "tests/foundation/process/temporary_folder.h"
#include "voronka/config/v1/process.pb.h"

namespace voronka::rpc {

constexpr int64_t kAccount = 7;
constexpr int64_t kAnna = 2;

// A schema, keys and a log file that several processes may share. `users` signs for users; `auditor`, `gateway` and
// `robot` sign for the services of that name.
class Installation {
 public:
  Installation();
  explicit Installation(config::v1::Database database);

  config::v1::Process Configuration(int workers = 4, int queue_limit = 1000) const;
  const config::v1::Database& database() const { return database_; }

  config::v1::SigningKey SigningKey(const std::string& kid) const;
  // Valid for fifteen minutes. A user's session has the user's number.
  std::string TokenOf(int64_t account_id, int64_t user_id, options::v1::Role role = options::v1::ROLE_MANAGER) const;

  // Everything its processes have logged.
  std::string Logged() const { return folder_.Read("log"); }

 private:
  std::string PrivateKey(const std::string& kid) const { return (folder_ / (kid + ".pem")).string(); }
  std::string PublicKey(const std::string& kid) const { return (folder_ / (kid + ".pub")).string(); }

  const process::TemporaryFolder folder_;
  const config::v1::Database database_;
};

// The session that a method's body would get.
void InTransaction(const SessionContext& session_context, storage::Connection& db, int64_t account_id,
                   const std::function<void(Session&)>& work);

}  // namespace voronka::rpc
