#include "notifier/push/vendors/rs256_key.h"

#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>

#include "foundation/security/digest_signature.h"
#include "foundation/security/openssl.h"

namespace voronka::notifier {

Rs256Key Rs256Key::FromPem(const std::string& pem) {
  security::KeyHandle key(
      PEM_read_bio_PrivateKey(security::Reading(pem).get(), nullptr, security::NoPassphrase, nullptr));
  ERR_clear_error();
  if (!key || EVP_PKEY_is_a(key.get(), "RSA") != 1) throw security::KeyError("not an RSA key in PEM");
  return Rs256Key(std::move(key));
}

std::string Rs256Key::Sign(std::string_view text) const { return security::SignSha256(key_.get(), text); }

}  // namespace voronka::notifier
