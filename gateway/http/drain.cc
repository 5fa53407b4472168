#include "gateway/http/drain.h"

#include <utility>

namespace voronka::gateway {

Drain::Watch::Watch(Drain& drain, Action action) : drain_(drain) {
  const std::lock_guard lock(drain_.mutex_);
  position_ = drain_.actions_.insert(drain_.actions_.end(), std::move(action));
  if (drain_.begun_) (*position_)();
}

Drain::Watch::~Watch() {
  const std::lock_guard lock(drain_.mutex_);
  drain_.actions_.erase(position_);
}

void Drain::Begin() {
  const std::lock_guard lock(mutex_);
  begun_ = true;
  for (const auto& action : actions_) action();
}

}  // namespace voronka::gateway
