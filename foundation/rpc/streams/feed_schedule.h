#pragma once

#include <chrono>
#include <optional>

#include "foundation/process/random.h"
#include "foundation/rpc/requests/error.h"

namespace voronka::rpc {

// When a stream bookmarks, when it is cut, when it ends.
class FeedSchedule {
 public:
  using Instant = std::chrono::steady_clock::time_point;

  // It lives 15 to 25 minutes, so that clients spread over the replicas again.
  explicit FeedSchedule(process::Random& random);

  void WriteBegins(Instant now);
  void WriteEnded() { write_began_.reset(); }
  bool Writing() const { return write_began_.has_value(); }

  // The reader has taken nothing for 10 s.
  bool WriteIsStuck(Instant now) const;
  // Nothing was written for 20 s.
  bool BookmarkIsDue(Instant now) const;
  bool HasLivedLongEnough(Instant now) const;

 private:
  Instant last_write_;
  Instant end_of_life_;
  std::optional<Instant> write_began_;
};

// UNAVAILABLE: continue with the last cursor, elsewhere.
Error Resumable();
// UNAUTHENTICATED.
Error SessionEnded();
// DEADLINE_EXCEEDED; it does not reach the reader, who takes nothing.
Error TooSlow();

}  // namespace voronka::rpc
