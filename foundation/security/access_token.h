#pragma once

#include <google/protobuf/repeated_ptr_field.h>

#include <chrono>
#include <cstdint>
#include <memory>
#include <mutex>
#include <stdexcept>
#include <string>
#include <string_view>
#include <unordered_map>

#include "foundation/security/key_folder.h"
#include "foundation/security/p256_key.h"
#include "voronka/config/v1/process.pb.h"
#include "voronka/options/v1/access.pb.h"

namespace voronka::security {

// Who calls, according to an access token. A person has an account, a user and a session; a service (ROLE_SERVICE) has
// only its name.
struct Claims {
  int64_t account_id = 0;
  int64_t user_id = 0;
  int64_t session_id = 0;
  options::v1::Role role = options::v1::ROLE_UNSPECIFIED;
  std::string service;
  // The user's etag when the token was signed. 0 for a service, and in tokens of releases that did not write it.
  int64_t user_etag = 0;
  // The name that the person's client gave itself at login, such as `Chrome, Windows`. Empty for a service, and in
  // tokens of releases that did not write it.
  std::string client = {};
  // Whole seconds, in microseconds since 1970 UTC. Set by the signer.
  int64_t issued_micros = 0;
  int64_t expires_micros = 0;

  bool operator==(const Claims&) const = default;
};

// The reason is for the log. A caller learns only that the token is not valid.
class InvalidToken : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// Access tokens are JSON Web Tokens, signed with ES256 by a key that the header names. Safe to use from every thread.
class TokenSigner {
 public:
  // Throws KeyError or std::system_error if the key cannot be used.
  explicit TokenSigner(const config::v1::SigningKey& key);

  // Throws std::invalid_argument for claims that no verifier would accept.
  std::string Sign(Claims claims, std::chrono::seconds lifetime, int64_t now_micros) const;

  // Returns whether another key of the folder signs from now on. Throws like the constructor; the previous key then
  // stays in use.
  bool Reload();

 private:
  struct Key {
    std::string kid;
    P256PrivateKey key;
  };
  using SharedKey = std::shared_ptr<const Key>;

  static SharedKey Read(const KeyFile& file);
  SharedKey Current() const;

  const config::v1::SigningKey configuration_;
  mutable std::mutex mutex_;
  SharedKey current_;
};

// Safe to use from every thread.
class TokenVerifier {
 public:
  // Reads the keys. Throws KeyError or std::system_error if one cannot be used or there are none.
  explicit TokenVerifier(const google::protobuf::RepeatedPtrField<config::v1::TokenKey>& keys);

  // Throws InvalidToken.
  Claims Verify(std::string_view token, int64_t now_micros) const;

  // Whether both have the same keys.
  bool operator==(const TokenVerifier&) const = default;

 private:
  struct Key {
    P256PublicKey key;
    // The only service that the key may sign for; empty: it signs for persons.
    std::string service;

    bool operator==(const Key&) const = default;
  };

  void Add(const KeyFile& file, const std::string& service);
  const Key& FindKey(const std::string& kid) const;

  std::unordered_map<std::string, Key> keys_;
};

}  // namespace voronka::security
