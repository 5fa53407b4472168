#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "foundation/security/access_token.h"

namespace voronka::security {

// The claims of tokens that were verified, by the SHA-256 of the token, until they expire. When it is full, what
// expires first goes first. Safe to use from every thread.
class TokenCache {
 public:
  explicit TokenCache(size_t capacity = 65'536) : capacity_(capacity) {}

  std::optional<Claims> Find(std::string_view token, int64_t now_micros);
  void Insert(std::string_view token, const Claims& claims);
  size_t Size() const;

 private:
  using Digest = std::string;

  void DropFirstToExpire();

  const size_t capacity_;
  mutable std::mutex mutex_;
  std::unordered_map<Digest, Claims> claims_;
  std::set<std::pair<int64_t, Digest>> by_expiry_;
};

// Verifies each token once: a check of a signature costs more than most calls. Safe to use from every thread.
class CachedVerifier {
 public:
  explicit CachedVerifier(const google::protobuf::RepeatedPtrField<config::v1::TokenKey>& keys);

  // Throws InvalidToken.
  Claims Verify(std::string_view token, int64_t now_micros);

  // Whether keys have come or gone since; tokens of those that are gone are refused. Throws as TokenVerifier's
  // constructor; the keys before stay.
  bool Reload();

 private:
  // What was verified is worth no more than the keys it was verified with.
  struct Generation {
    explicit Generation(TokenVerifier made) : verifier(std::move(made)) {}
    const TokenVerifier verifier;
    TokenCache cache;
  };

  std::shared_ptr<Generation> Current() const;

  const google::protobuf::RepeatedPtrField<config::v1::TokenKey> keys_;
  mutable std::mutex mutex_;
  std::shared_ptr<Generation> current_;
};

}  // namespace voronka::security
