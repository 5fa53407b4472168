#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace voronka::security {

// One-time codes of RFC 6238 as every authenticator app computes them: HMAC-SHA-1, six digits, a step of 30 s.

// The step that a moment belongs to. `now` is in microseconds since 1970 UTC.
int64_t TotpStep(int64_t now);

std::string TotpCode(std::string_view secret, int64_t step);

// What an app reads from a QR code. `login` may hold any characters.
std::string TotpUri(std::string_view secret, std::string_view issuer, std::string_view login);

}  // namespace voronka::security
