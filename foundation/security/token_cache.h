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

// The claims of verified tokens, by the token's SHA-256, until they expire. A full cache evicts what expires first.
// Safe to use from every thread.
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

// Verifies each token once: checking a signature costs more than most calls do. Safe to use from every thread.
class CachedVerifier {
 public:
  explicit CachedVerifier(const google::protobuf::RepeatedPtrField<config::v1::TokenKey>& keys);

  // Throws InvalidToken.
  Claims Verify(std::string_view token, int64_t now_micros);

  // Returns whether keys have been added or removed; tokens of removed keys are refused. Throws like TokenVerifier's
  // constructor; the previous keys then stay in use.
  bool Reload();

 private:
  // Cached claims are only valid together with the keys that verified them.
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
