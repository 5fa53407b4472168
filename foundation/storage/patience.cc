#include "foundation/storage/patience.h"

namespace voronka::storage {

bool Patience::IsOver(Time waits_since, Time now) {
  const bool standing = now - burst_began_ > kInBurst || now - last_over_ <= kInBurst;
  const bool over = now - waits_since > (standing ? kInStandingQueue : kInBurst);
  if (over) last_over_ = now;
  return over;
}

}  // namespace voronka::storage
