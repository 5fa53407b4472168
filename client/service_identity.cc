#include "client/service_identity.h"

#include <chrono>

namespace voronka::client {
namespace {

using namespace std::chrono_literals;
constexpr std::chrono::seconds kLifetime = 5min;
constexpr std::chrono::seconds kReuseTime = 4min;

}  // namespace

ServiceIdentity::ServiceIdentity(std::string name, std::shared_ptr<const security::TokenSigner> signer,
                                 int64_t account_id, const process::Clock& clock)
    : name_(std::move(name)), signer_(std::move(signer)), account_id_(account_id), clock_(clock) {}

ServiceIdentity::ServiceIdentity(std::string name, const config::v1::SigningKey& key, int64_t account_id,
                                 const process::Clock& clock)
    : ServiceIdentity(std::move(name), std::make_shared<security::TokenSigner>(key), account_id, clock) {}

Metadata ServiceIdentity::Credentials() {
  const std::lock_guard lock(mutex_);
  Metadata credentials = {{"authorization", "Bearer " + CurrentToken()}};
  if (account_id_ != 0) credentials.emplace_back("voronka-account", std::to_string(account_id_));
  return credentials;
}

const std::string& ServiceIdentity::CurrentToken() {
  const int64_t now = clock_.NowMicros();
  if (now >= renew_micros_) {
    token_ = signer_->Sign({.role = options::v1::ROLE_SERVICE, .service = name_}, kLifetime, now);
    renew_micros_ = now + std::chrono::microseconds(kReuseTime).count();
  }
  return token_;
}

}  // namespace voronka::client
