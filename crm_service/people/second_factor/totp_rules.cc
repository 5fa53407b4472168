#include "crm_service/people/second_factor/totp_rules.h"

#include <algorithm>
#include <span>

#include "foundation/security/base32.h"
#include "foundation/security/secret.h"
#include "foundation/security/totp.h"

namespace voronka::crm {
namespace {

constexpr int kRecoveryCodes = 10;
// 16 letters in base32.
constexpr size_t kRecoveryBytes = 10;
constexpr size_t kGroup = 4;

// Of ASCII, whatever the process's locale.
bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsLower(char c) { return c >= 'a' && c <= 'z'; }
bool IsUpper(char c) { return c >= 'A' && c <= 'Z'; }

std::string RandomBytes(process::Random& random, size_t count) {
  std::string bytes(count, '\0');
  random.Fill(std::as_writable_bytes(std::span(bytes)));
  return bytes;
}

std::string NewRecoveryCode(process::Random& random) {
  std::string code;
  for (const char letter : security::EncodeBase32(RandomBytes(random, kRecoveryBytes))) {
    if (code.size() % (kGroup + 1) == kGroup) code += '-';
    code += IsUpper(letter) ? static_cast<char>(letter - 'A' + 'a') : letter;
  }
  return code;
}

}  // namespace

std::string PlainCode(const std::string& code) {
  std::string plain;
  for (const char c : code) {
    if (IsDigit(c) || IsUpper(c)) plain += c;
    if (IsLower(c)) plain += static_cast<char>(c - 'a' + 'A');
  }
  return plain;
}

std::optional<int64_t> AcceptedStep(const TotpState& state, const std::string& plain_code, int64_t now) {
  const int64_t present = security::TotpStep(now);
  for (int64_t step = std::max(present - 1, state.last_step + 1); step <= present + 1; ++step) {
    if (security::EqualInConstantTime(security::TotpCode(state.secret, step), plain_code)) return step;
  }
  return std::nullopt;
}

std::string NewTotpSecret(process::Random& random) { return RandomBytes(random, 20); }

std::vector<std::string> NewRecoveryCodes(process::Random& random) {
  std::vector<std::string> codes;
  for (int i = 0; i < kRecoveryCodes; ++i) codes.push_back(NewRecoveryCode(random));
  return codes;
}

}  // namespace voronka::crm
