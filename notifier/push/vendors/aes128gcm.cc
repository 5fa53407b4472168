#include "notifier/push/vendors/aes128gcm.h"

#include <openssl/evp.h>

#include <memory>
#include <stdexcept>

#include "foundation/security/openssl.h"

namespace voronka::notifier {
namespace {

constexpr int kTagSize = 16;

}  // namespace

std::string EncryptAes128Gcm(std::string_view text, std::string_view key, std::string_view nonce) {
  using security::Bytes;
  const std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)> context(EVP_CIPHER_CTX_new(),
                                                                                EVP_CIPHER_CTX_free);
  std::string encrypted(text.size() + kTagSize, '\0');
  auto* const output = reinterpret_cast<unsigned char*>(encrypted.data());
  int size = 0;
  const bool done = EVP_EncryptInit_ex(context.get(), EVP_aes_128_gcm(), nullptr, Bytes(key), Bytes(nonce)) == 1 &&
                    EVP_EncryptUpdate(context.get(), output, &size, Bytes(text), static_cast<int>(text.size())) == 1 &&
                    EVP_EncryptFinal_ex(context.get(), output + size, &size) == 1 &&
                    EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_GET_TAG, kTagSize, output + text.size()) == 1;
  if (!done) throw std::runtime_error("AES-128-GCM cannot be used");
  return encrypted;
}

}  // namespace voronka::notifier
