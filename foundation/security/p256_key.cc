#include "foundation/security/p256_key.h"

#include <fmt/format.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>

#include "foundation/process/read_file.h"
#include "foundation/security/es256_signature.h"
#include "foundation/security/openssl.h"

namespace voronka::security {
namespace {

using DigestContext = std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)>;

[[noreturn]] void Fail(const std::string& what) {
  ERR_clear_error();
  throw KeyError(what);
}

bool IsP256(const EVP_PKEY* key) {
  char curve[80];
  return EVP_PKEY_get_group_name(key, curve, sizeof(curve), nullptr) == 1 &&
         std::string_view(curve) == SN_X9_62_prime256v1;
}

using ReadKey = EVP_PKEY* (*)(BIO*, EVP_PKEY**, pem_password_cb*, void*);

KeyHandle ReadP256(const std::filesystem::path& file, ReadKey read) {
  const std::string pem = process::ReadFile(file);
  KeyHandle key(read(Reading(pem).get(), nullptr, NoPassphrase, nullptr));
  if (!key || !IsP256(key.get())) Fail(fmt::format("{}: not a P-256 key in PEM", file.string()));
  return key;
}

void RefuseOpenFile(const std::filesystem::path& file) {
  const auto everybody = std::filesystem::perms::others_all;
  if ((std::filesystem::status(file).permissions() & everybody) != std::filesystem::perms::none) {
    Fail(fmt::format("{}: everybody may read this private key; chmod o= it", file.string()));
  }
}

// OpenSSL takes the public key from the file as it is, even if it belongs to another private key.
bool IsPair(EVP_PKEY* key) {
  const std::unique_ptr<EVP_PKEY_CTX, decltype(&EVP_PKEY_CTX_free)> context(
      EVP_PKEY_CTX_new_from_pkey(nullptr, key, nullptr), EVP_PKEY_CTX_free);
  return EVP_PKEY_pairwise_check(context.get()) == 1;
}

template <class Write>
std::string ToPem(Write write) {
  const Bio bio(BIO_new(BIO_s_mem()), BIO_free);
  if (write(bio.get()) != 1) Fail("the key cannot be written as PEM");
  char* pem = nullptr;
  const long size = BIO_get_mem_data(bio.get(), &pem);
  return std::string(pem, static_cast<size_t>(size));
}

DigestContext NewDigestContext() { return DigestContext(EVP_MD_CTX_new(), EVP_MD_CTX_free); }

}  // namespace

void KeyDeleter::operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }

P256PrivateKey P256PrivateKey::Generate() {
  KeyHandle key(EVP_EC_gen("P-256"));
  if (!key) Fail("a P-256 key cannot be generated");
  return P256PrivateKey(std::move(key));
}

P256PrivateKey P256PrivateKey::FromFile(const std::filesystem::path& file) {
  KeyHandle key = ReadP256(file, PEM_read_bio_PrivateKey);
  if (!IsPair(key.get())) Fail(fmt::format("{}: the private key is not that of its public key", file.string()));
  RefuseOpenFile(file);
  return P256PrivateKey(std::move(key));
}

std::string P256PrivateKey::Sign(std::string_view text) const {
  const DigestContext context = NewDigestContext();
  size_t size = static_cast<size_t>(EVP_PKEY_get_size(key_.get()));
  std::string der(size, '\0');
  if (EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, key_.get()) != 1 ||
      EVP_DigestSign(context.get(), reinterpret_cast<unsigned char*>(der.data()), &size, Bytes(text), text.size()) !=
          1) {
    Fail("signing failed");
  }
  return SignatureFromDer(std::string_view(der).substr(0, size));
}

std::string P256PrivateKey::PrivatePem() const {
  return ToPem(
      [&](BIO* bio) { return PEM_write_bio_PKCS8PrivateKey(bio, key_.get(), nullptr, nullptr, 0, nullptr, nullptr); });
}

std::string P256PrivateKey::PublicPem() const {
  return ToPem([&](BIO* bio) { return PEM_write_bio_PUBKEY(bio, key_.get()); });
}

P256PublicKey P256PublicKey::FromFile(const std::filesystem::path& file) {
  return P256PublicKey(ReadP256(file, PEM_read_bio_PUBKEY));
}

bool P256PublicKey::operator==(const P256PublicKey& other) const {
  return EVP_PKEY_eq(key_.get(), other.key_.get()) == 1;
}

bool P256PublicKey::Verify(std::string_view text, std::string_view signature) const {
  const std::string der = SignatureToDer(signature);
  const DigestContext context = NewDigestContext();
  const bool valid = EVP_DigestVerifyInit(context.get(), nullptr, EVP_sha256(), nullptr, key_.get()) == 1 &&
                     EVP_DigestVerify(context.get(), Bytes(der), der.size(), Bytes(text), text.size()) == 1;
  if (!valid) ERR_clear_error();
  return valid;
}

}  // namespace voronka::security
