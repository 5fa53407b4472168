#include "foundation/security/p256_key.h"

#include <fmt/format.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/params.h>
#include <openssl/pem.h>

#include "foundation/process/read_file.h"
#include "foundation/security/digest_signature.h"
#include "foundation/security/es256_signature.h"
#include "foundation/security/openssl.h"
#include "foundation/security/private_file.h"

namespace voronka::security {
namespace {

constexpr size_t kCoordinateSize = 32;
// A byte that says how it is written, and both coordinates.
constexpr size_t kPointSize = 1 + 2 * kCoordinateSize;
constexpr char kUncompressed = 4;

using Context = std::unique_ptr<EVP_PKEY_CTX, decltype(&EVP_PKEY_CTX_free)>;
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

Context NewContext(EVP_PKEY* key) { return {EVP_PKEY_CTX_new_from_pkey(nullptr, key, nullptr), EVP_PKEY_CTX_free}; }

// OpenSSL takes the public key from the file as it is, even if it belongs to another private key.
bool IsPair(EVP_PKEY* key) { return EVP_PKEY_pairwise_check(NewContext(key).get()) == 1; }

template <class Write>
std::string ToPem(Write write) {
  const Bio bio(BIO_new(BIO_s_mem()), BIO_free);
  if (write(bio.get()) != 1) Fail("the key cannot be written as PEM");
  char* pem = nullptr;
  const long size = BIO_get_mem_data(bio.get(), &pem);
  return std::string(pem, static_cast<size_t>(size));
}

std::string PointOf(const EVP_PKEY* key) {
  std::string point(kPointSize, '\0');
  size_t size = 0;
  if (EVP_PKEY_get_octet_string_param(key, OSSL_PKEY_PARAM_ENCODED_PUBLIC_KEY,
                                      reinterpret_cast<unsigned char*>(point.data()), point.size(), &size) != 1) {
    Fail("the key has no public point");
  }
  return point;
}

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

std::string P256PrivateKey::Sign(std::string_view text) const { return SignatureFromDer(SignSha256(key_.get(), text)); }

std::string P256PrivateKey::SharedSecret(const P256PublicKey& other) const {
  const Context context = NewContext(key_.get());
  std::string secret(kCoordinateSize, '\0');
  size_t size = secret.size();
  if (EVP_PKEY_derive_init(context.get()) != 1 || EVP_PKEY_derive_set_peer(context.get(), other.key_.get()) != 1 ||
      EVP_PKEY_derive(context.get(), reinterpret_cast<unsigned char*>(secret.data()), &size) != 1) {
    Fail("the keys share no secret");
  }
  return secret;
}

std::string P256PrivateKey::PublicPoint() const { return PointOf(key_.get()); }

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

P256PublicKey P256PublicKey::FromPoint(std::string_view point) {
  if (point.size() != kPointSize || point.front() != kUncompressed) Fail("not an uncompressed point of P-256");
  char group[] = SN_X9_62_prime256v1;
  std::string octets(point);
  const OSSL_PARAM parameters[] = {
      OSSL_PARAM_construct_utf8_string(OSSL_PKEY_PARAM_GROUP_NAME, group, 0),
      OSSL_PARAM_construct_octet_string(OSSL_PKEY_PARAM_PUB_KEY, octets.data(), octets.size()),
      OSSL_PARAM_construct_end()};
  const Context context(EVP_PKEY_CTX_new_from_name(nullptr, "EC", nullptr), EVP_PKEY_CTX_free);
  EVP_PKEY* key = nullptr;
  if (EVP_PKEY_fromdata_init(context.get()) != 1 ||
      EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_PUBLIC_KEY, const_cast<OSSL_PARAM*>(parameters)) != 1) {
    Fail("not an uncompressed point of P-256");
  }
  return P256PublicKey(KeyHandle(key));
}

std::string P256PublicKey::Point() const { return PointOf(key_.get()); }

bool P256PublicKey::operator==(const P256PublicKey& other) const {
  return EVP_PKEY_eq(key_.get(), other.key_.get()) == 1;
}

bool P256PublicKey::Verify(std::string_view text, std::string_view signature) const {
  const std::string der = SignatureToDer(signature);
  const DigestContext context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
  const bool valid = EVP_DigestVerifyInit(context.get(), nullptr, EVP_sha256(), nullptr, key_.get()) == 1 &&
                     EVP_DigestVerify(context.get(), Bytes(der), der.size(), Bytes(text), text.size()) == 1;
  if (!valid) ERR_clear_error();
  return valid;
}

}  // namespace voronka::security
