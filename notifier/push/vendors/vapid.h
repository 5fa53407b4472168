#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "foundation/security/p256_key.h"
#include "notifier/push/vendors/kept_token.h"
#include "notifier/push/vendors/key_file.h"
#include "voronka/config/v1/services.pb.h"

namespace voronka::notifier {

// Says to a push service who sends (RFC 8292).
class Vapid {
 public:
  // Throws security::KeyError or std::system_error for a key that cannot be used.
  explicit Vapid(const config::v1::WebPush& configuration);

  // The value of the header `authorization` for a push service. On one thread.
  std::string Authorization(const std::string& origin, int64_t now_micros);

  // 65 bytes, as browsers subscribe with. Safe to call from every thread.
  std::string ApplicationServerKey() const { return key_.current()->PublicPoint(); }
  void Renew(process::Log& log) { key_.Renew(log); }

 private:
  using Key = security::P256PrivateKey;

  std::string NewAuthorization(const Key& key, const std::string& origin, int64_t now_micros) const;

  const std::string contact_;
  KeyFile<Key> key_;
  // By origin.
  std::map<std::string, KeptToken> kept_;
};

}  // namespace voronka::notifier
