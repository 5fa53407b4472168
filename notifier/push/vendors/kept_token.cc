#include "notifier/push/vendors/kept_token.h"

#include <utility>

namespace voronka::notifier {

const std::string& KeptToken::Get(std::shared_ptr<const void> key, int64_t now, std::chrono::microseconds life,
                                  const std::function<std::string()>& make) {
  // A token of the future, before the clock was set back, is valid at the wrong time.
  const bool is_fresh = made_ <= now && now < made_ + life.count();
  if (!is_fresh || key != key_) {
    token_ = make();
    made_ = now;
    key_ = std::move(key);
  }
  return token_;
}

void KeptToken::Drop(const std::string& token) {
  if (token == token_) key_.reset();
}

}  // namespace voronka::notifier
