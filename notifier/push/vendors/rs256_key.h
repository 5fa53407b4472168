#pragma once

#include <string>
#include <string_view>

#include "foundation/security/p256_key.h"

namespace voronka::notifier {

// Signs with RSA over SHA-256 ("RS256"), as Google wants it.
class Rs256Key {
 public:
  // Throws security::KeyError unless it is an RSA key in PEM.
  static Rs256Key FromPem(const std::string& pem);

  std::string Sign(std::string_view text) const;

 private:
  explicit Rs256Key(security::KeyHandle key) : key_(std::move(key)) {}
  security::KeyHandle key_;
};

}  // namespace voronka::notifier
