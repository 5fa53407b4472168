#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "foundation/security/totp.h"

namespace voronka::testing {

// The app on a user's phone, which has been given a secret in base32.
class AuthenticatorApp {
 public:
  explicit AuthenticatorApp(const std::string& base32) {
    constexpr std::string_view kLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    uint32_t pending = 0;
    int bits = 0;
    for (const char letter : base32) {
      pending = pending << 5 | static_cast<uint32_t>(kLetters.find(letter));
      if ((bits += 5) < 8) continue;
      secret_ += static_cast<char>(pending >> (bits -= 8) & 0xff);
    }
  }

  // What it shows at that moment, or so many steps later.
  std::string CodeAt(int64_t now, int later = 0) const {
    return security::TotpCode(secret_, security::TotpStep(now) + later);
  }

 private:
  std::string secret_;
};

}  // namespace voronka::testing
