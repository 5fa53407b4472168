#include "foundation/security/es256_signature.h"

#include <openssl/bn.h>
#include <openssl/ecdsa.h>

#include <memory>
#include <new>

#include "foundation/security/openssl.h"

namespace voronka::security {
namespace {

constexpr size_t kNumberSize = 32;

using Signature = std::unique_ptr<ECDSA_SIG, decltype(&ECDSA_SIG_free)>;

unsigned char* MutableBytes(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }

Signature MakeSignature(std::string_view bytes) {
  Signature signature(ECDSA_SIG_new(), ECDSA_SIG_free);
  BIGNUM* const r = BN_bin2bn(Bytes(bytes), kNumberSize, nullptr);
  BIGNUM* const s = BN_bin2bn(Bytes(bytes.substr(kNumberSize)), kNumberSize, nullptr);
  // Takes ownership of both numbers if it succeeds; it fails only for null pointers.
  if (!signature || ECDSA_SIG_set0(signature.get(), r, s) != 1) throw std::bad_alloc();
  return signature;
}

}  // namespace

std::string SignatureFromDer(std::string_view der) {
  const unsigned char* input = Bytes(der);
  const Signature signature(d2i_ECDSA_SIG(nullptr, &input, static_cast<long>(der.size())), ECDSA_SIG_free);
  std::string bytes(2 * kNumberSize, '\0');
  if (!signature || BN_bn2binpad(ECDSA_SIG_get0_r(signature.get()), MutableBytes(bytes), kNumberSize) < 0 ||
      BN_bn2binpad(ECDSA_SIG_get0_s(signature.get()), MutableBytes(bytes) + kNumberSize, kNumberSize) < 0) {
    throw std::invalid_argument("not an ECDSA signature on P-256");
  }
  return bytes;
}

std::string SignatureToDer(std::string_view signature) {
  if (signature.size() != 2 * kNumberSize) return {};
  const Signature parsed = MakeSignature(signature);
  std::string der(static_cast<size_t>(i2d_ECDSA_SIG(parsed.get(), nullptr)), '\0');
  unsigned char* output = MutableBytes(der);
  i2d_ECDSA_SIG(parsed.get(), &output);
  return der;
}

}  // namespace voronka::security
