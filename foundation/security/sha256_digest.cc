#include "foundation/security/sha256_digest.h"

#include <openssl/evp.h>

#include <stdexcept>

namespace voronka::security {
namespace {

void RequireDigested(int result) {
  if (result != 1) throw std::runtime_error("OpenSSL computes no SHA-256");
}

}  // namespace

void Sha256Digest::Free::operator()(evp_md_ctx_st* context) const { EVP_MD_CTX_free(context); }

Sha256Digest::Sha256Digest() : context_(EVP_MD_CTX_new()) {
  RequireDigested(EVP_DigestInit_ex(context_.get(), EVP_sha256(), nullptr));
}

void Sha256Digest::Add(std::string_view piece) {
  RequireDigested(EVP_DigestUpdate(context_.get(), piece.data(), piece.size()));
}

std::string Sha256Digest::Finish() {
  std::string digest(32, '\0');
  RequireDigested(EVP_DigestFinal_ex(context_.get(), reinterpret_cast<unsigned char*>(digest.data()), nullptr));
  return digest;
}

}  // namespace voronka::security
