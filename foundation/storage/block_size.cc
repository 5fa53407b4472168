#include "foundation/storage/block_size.h"

#include <algorithm>

namespace voronka::storage {
namespace {

constexpr int kMaxSize = 100;
constexpr int kCalmPerSecond = 10;

}  // namespace

int BlockSize::Next(TimePoint now) {
  const std::chrono::duration<double> lasted = now - last_refill_;
  last_refill_ = now;
  if (size_ <= kCalmPerSecond * lasted.count()) {
    taken_fast_ = 0;
    size_ = least_;
  } else {
    taken_fast_ += size_;
    // Keep single ids during a short burst.
    if (taken_fast_ >= kCalmPerSecond) size_ = std::min(size_ * 2, kMaxSize);
  }
  return size_;
}

}  // namespace voronka::storage
