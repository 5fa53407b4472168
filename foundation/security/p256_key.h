#pragma once

#include <openssl/types.h>

#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

namespace voronka::security {

class KeyError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

struct KeyDeleter {
  void operator()(EVP_PKEY* key) const;
};
using KeyHandle = std::unique_ptr<EVP_PKEY, KeyDeleter>;

class P256PublicKey;

// Signs with ECDSA on P-256 over SHA-256 ("ES256"). Safe to use from every thread, like the public key.
class P256PrivateKey {
 public:
  static P256PrivateKey Generate();
  // Reads PEM. Throws KeyError for any other kind of key and for a file that everybody may read, std::system_error for
  // a file that cannot be read.
  static P256PrivateKey FromFile(const std::filesystem::path& file);

  // 64 bytes: r and s, as in a JSON Web Signature.
  std::string Sign(std::string_view text) const;

  // ECDH: 32 bytes, which the owner of the other private key gets from this public one.
  std::string SharedSecret(const P256PublicKey& other) const;

  // Of its public key.
  std::string PublicPoint() const;

  std::string PrivatePem() const;
  std::string PublicPem() const;

 private:
  explicit P256PrivateKey(KeyHandle key) : key_(std::move(key)) {}
  KeyHandle key_;
};

class P256PublicKey {
 public:
  static P256PublicKey FromFile(const std::filesystem::path& file);
  // Throws KeyError unless it is an uncompressed point of the curve: 65 bytes.
  static P256PublicKey FromPoint(std::string_view point);

  std::string Point() const;

  bool Verify(std::string_view text, std::string_view signature) const;

  bool operator==(const P256PublicKey& other) const;

 private:
  friend class P256PrivateKey;
  explicit P256PublicKey(KeyHandle key) : key_(std::move(key)) {}
  KeyHandle key_;
};

}  // namespace voronka::security
