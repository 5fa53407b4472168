#include "foundation/security/token_cache.h"

#include "foundation/security/secret.h"

namespace voronka::security {

std::optional<Claims> TokenCache::Find(std::string_view token, int64_t now_micros) {
  const Digest digest = Sha256(token);
  const std::scoped_lock lock(mutex_);
  const auto found = claims_.find(digest);
  if (found == claims_.end() || found->second.expires_micros <= now_micros) return std::nullopt;
  return found->second;
}

void TokenCache::Insert(std::string_view token, const Claims& claims) {
  const Digest digest = Sha256(token);
  const std::scoped_lock lock(mutex_);
  if (!claims_.emplace(digest, claims).second) return;
  by_expiry_.emplace(claims.expires_micros, digest);
  if (claims_.size() > capacity_) DropFirstToExpire();
}

size_t TokenCache::Size() const {
  const std::scoped_lock lock(mutex_);
  return claims_.size();
}

void TokenCache::DropFirstToExpire() {
  const auto first = by_expiry_.begin();
  claims_.erase(first->second);
  by_expiry_.erase(first);
}

Claims CachedVerifier::Verify(std::string_view token, int64_t now_micros) {
  if (const auto known = cache_.Find(token, now_micros)) return *known;
  Claims claims = verifier_.Verify(token, now_micros);
  cache_.Insert(token, claims);
  return claims;
}

}  // namespace voronka::security
