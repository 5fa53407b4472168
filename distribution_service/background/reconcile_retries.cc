#include "distribution_service/background/reconcile_retries.h"

#include <algorithm>

namespace voronka::distribution {
namespace {

constexpr int kLongestPause = 60;

}  // namespace

void ReconcileRetries::Compared(int64_t account_id, bool has_failed) {
  if (has_failed) {
    accounts_.insert(account_id);
  } else {
    accounts_.erase(account_id);
  }
}

bool ReconcileRetries::IsDue() {
  if (accounts_.empty() && !has_list_failed_) {
    pause_ = left_ = 1;
    return false;
  }
  if (--left_ > 0) return false;
  pause_ = std::min(2 * pause_, kLongestPause);
  left_ = pause_;
  return true;
}

}  // namespace voronka::distribution
