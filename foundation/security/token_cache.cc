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

CachedVerifier::CachedVerifier(const google::protobuf::RepeatedPtrField<config::v1::TokenKey>& keys)
    : keys_(keys), current_(std::make_shared<Generation>(TokenVerifier(keys))) {}

Claims CachedVerifier::Verify(std::string_view token, int64_t now_micros) {
  const auto current = Current();
  if (const auto known = current->cache.Find(token, now_micros)) return *known;
  Claims claims = current->verifier.Verify(token, now_micros);
  current->cache.Insert(token, claims);
  return claims;
}

bool CachedVerifier::Reload() {
  TokenVerifier found(keys_);
  if (found == Current()->verifier) return false;
  auto next = std::make_shared<Generation>(std::move(found));
  const std::lock_guard lock(mutex_);
  current_ = std::move(next);
  return true;
}

std::shared_ptr<CachedVerifier::Generation> CachedVerifier::Current() const {
  const std::lock_guard lock(mutex_);
  return current_;
}

}  // namespace voronka::security
