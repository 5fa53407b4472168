#pragma once

#include <chrono>
#include <string>

#include "foundation/process/clock.h"
#include "foundation/security/access_token.h"
#include "foundation/security/key_files.h"
#include "tests/foundation/process/temporary_folder.h"
#include "tests/support/database.h"
#include "voronka/config/v1/process.pb.h"
#include "voronka/config/v1/services.pb.h"

namespace voronka::notifier {

// A schema and keys that several replicas may share.
class Installation {
 public:
  Installation() : database_(testing::FreshSchema()) {
    for (const char* kid : {"crm", "notifier", "web_push"}) security::GenerateKeyPair(PrivateKey(kid), PublicKey(kid));
  }

  config::v1::Process Configuration() const {
    config::v1::Process process;
    process.set_listen("127.0.0.1:0");
    *process.mutable_database() = database_;
    process.set_workers(4);
    process.set_queue_limit(1000);
    auto& key = *process.add_token_keys();
    key.set_kid("crm");
    key.set_public_key_file(PublicKey("crm"));
    *process.mutable_signing_key() = SigningKey("notifier");
    process.mutable_log()->set_level(config::v1::Log::LEVEL_ERROR);
    process.mutable_stop_grace()->set_seconds(5);
    return process;
  }

  // Browsers only.
  config::v1::Push PushConfiguration() const {
    config::v1::Push push;
    push.mutable_web_push()->set_private_key_file(PrivateKey("web_push"));
    push.mutable_web_push()->set_contact("mailto:admin@example.com");
    return push;
  }

  config::v1::SigningKey SigningKey(const std::string& kid) const {
    config::v1::SigningKey key;
    key.set_kid(kid);
    key.set_private_key_file(PrivateKey(kid));
    return key;
  }

  // The session's number is the user's, if not given.
  std::string TokenOf(int64_t account_id, int64_t user_id, int64_t session_id = 0) const {
    security::Claims claims;
    claims.account_id = account_id;
    claims.user_id = user_id;
    claims.session_id = session_id == 0 ? user_id : session_id;
    claims.role = options::v1::ROLE_MANAGER;
    return security::TokenSigner(SigningKey("crm"))
        .Sign(claims, std::chrono::minutes(15), process::SystemClock().NowMicros());
  }

 private:
  std::string PrivateKey(const std::string& kid) const { return (folder_ / (kid + ".pem")).string(); }
  std::string PublicKey(const std::string& kid) const { return (folder_ / (kid + ".pub")).string(); }

  const process::TemporaryFolder folder_;
  const config::v1::Database database_;
};

}  // namespace voronka::notifier
