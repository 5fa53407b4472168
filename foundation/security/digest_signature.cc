#include "foundation/security/digest_signature.h"

#include <openssl/err.h>
#include <openssl/evp.h>

#include <memory>

#include "foundation/security/openssl.h"
#include "foundation/security/p256_key.h"

namespace voronka::security {

std::string SignSha256(EVP_PKEY* key, std::string_view text) {
  const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
  std::string signature(static_cast<size_t>(EVP_PKEY_get_size(key)), '\0');
  size_t size = signature.size();
  if (EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, key) != 1 ||
      EVP_DigestSign(context.get(), reinterpret_cast<unsigned char*>(signature.data()), &size, Bytes(text),
                     text.size()) != 1) {
    ERR_clear_error();
    throw KeyError("signing failed");
  }
  signature.resize(size);
  return signature;
}

}  // namespace voronka::security
