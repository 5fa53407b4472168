#include "foundation/security/totp.h"

#include <fmt/format.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <array>
#include <cctype>
#include <stdexcept>

#include "foundation/security/base32.h"
#include "foundation/security/openssl.h"

namespace voronka::security {
namespace {

constexpr int64_t kStepMicros = 30'000'000;
constexpr size_t kSha1Size = 20;

using Digest = std::array<unsigned char, kSha1Size>;

// The counter of RFC 4226: eight bytes, the highest first.
std::string CounterOf(int64_t step) {
  std::string counter(8, '\0');
  for (int i = 7; i >= 0; --i, step >>= 8) counter[i] = static_cast<char>(step & 0xff);
  return counter;
}

Digest HmacSha1(std::string_view key, std::string_view text) {
  Digest digest;
  if (HMAC(EVP_sha1(), key.data(), static_cast<int>(key.size()), Bytes(text), text.size(), digest.data(), nullptr) ==
      nullptr) {
    throw std::runtime_error("OpenSSL has no HMAC-SHA-1");
  }
  return digest;
}

// Four bytes, from where the last four bits say, without the sign (RFC 4226 §5.3).
uint32_t Truncated(const Digest& digest) {
  uint32_t number = 0;
  const size_t offset = digest.back() & 0xf;
  for (size_t i = offset; i < offset + 4; ++i) number = number << 8 | digest.at(i);
  return number & 0x7fffffff;
}

std::string PercentEncoded(std::string_view text) {
  std::string encoded;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = byte < 0x80 && (std::isalnum(byte) != 0 || c == '-' || c == '.' || c == '_' || c == '~');
    encoded += plain ? std::string(1, c) : fmt::format("%{:02X}", byte);
  }
  return encoded;
}

}  // namespace

int64_t TotpStep(int64_t now) { return now / kStepMicros; }

std::string TotpCode(std::string_view secret, int64_t step) {
  return fmt::format("{:06}", Truncated(HmacSha1(secret, CounterOf(step))) % 1'000'000);
}

std::string TotpUri(std::string_view secret, std::string_view issuer, std::string_view login) {
  return fmt::format("otpauth://totp/{0}:{1}?secret={2}&issuer={0}&algorithm=SHA1&digits=6&period=30",
                     PercentEncoded(issuer), PercentEncoded(login), EncodeBase32(secret));
}

}  // namespace voronka::security
