#include "foundation/security/base64url.h"

#include <sodium.h>

#include "foundation/security/openssl.h"

namespace voronka::security {
namespace {

constexpr int kVariant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;

}  // namespace

std::string EncodeBase64Url(std::string_view bytes) {
  std::string text(sodium_base64_encoded_len(bytes.size(), kVariant), '\0');
  sodium_bin2base64(text.data(), text.size(), Bytes(bytes), bytes.size(), kVariant);
  text.pop_back();  // The C string's end.
  return text;
}

std::string DecodeBase64Url(std::string_view text) {
  std::string bytes(text.size() / 4 * 3 + 3, '\0');
  size_t size = 0;
  const char* end = nullptr;
  const int failed = sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), text.data(),
                                       text.size(), nullptr, &size, &end, kVariant);
  if (failed != 0 || end != text.data() + text.size()) throw InvalidBase64();
  bytes.resize(size);
  // libsodium 1.0.18 decodes every byte outside ASCII as '_'.
  if (EncodeBase64Url(bytes) != text) throw InvalidBase64();
  return bytes;
}

}  // namespace voronka::security
