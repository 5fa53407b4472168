#include "foundation/security/seal.h"

#include <sodium.h>

#include <span>
#include <stdexcept>
#include <utility>

namespace voronka::security {
namespace {

constexpr size_t kNonceBytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr size_t kTagBytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;

const unsigned char* BytesOf(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }
unsigned char* BytesOf(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }

void RequireKey(std::string_view key) {
  if (key.size() != crypto_aead_xchacha20poly1305_ietf_KEYBYTES) throw std::invalid_argument("a key has 32 bytes");
}

}  // namespace

std::string Sealed(std::string_view key, std::string_view text, std::string_view purpose, process::Random& random) {
  RequireKey(key);
  std::string nonce(kNonceBytes, '\0');
  random.Fill(std::as_writable_bytes(std::span(nonce)));
  std::string hidden(text.size() + kTagBytes, '\0');
  crypto_aead_xchacha20poly1305_ietf_encrypt(BytesOf(hidden), nullptr, BytesOf(text), text.size(), BytesOf(purpose),
                                             purpose.size(), nullptr, BytesOf(std::as_const(nonce)), BytesOf(key));
  return nonce + hidden;
}

std::optional<std::string> Unsealed(std::string_view key, std::string_view sealed, std::string_view purpose) {
  RequireKey(key);
  if (sealed.size() < kNonceBytes + kTagBytes) return std::nullopt;
  const auto nonce = sealed.substr(0, kNonceBytes);
  const auto hidden = sealed.substr(kNonceBytes);
  std::string text(hidden.size() - kTagBytes, '\0');
  if (crypto_aead_xchacha20poly1305_ietf_decrypt(BytesOf(text), nullptr, nullptr, BytesOf(hidden), hidden.size(),
                                                 BytesOf(purpose), purpose.size(), BytesOf(nonce), BytesOf(key)) != 0) {
    return std::nullopt;
  }
  return text;
}

}  // namespace voronka::security
