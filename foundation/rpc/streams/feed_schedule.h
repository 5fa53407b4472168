#pragma once

#include <chrono>
#include <optional>

#include "foundation/process/random.h"
#include "foundation/rpc/requests/error.h"

namespace voronka::rpc {

// When a stream sends a bookmark, when it is cut off and when it ends.
class FeedSchedule {
 public:
  using Instant = std::chrono::steady_clock::time_point;

  // A stream lives 15 to 25 minutes, so that clients spread over the replicas again.
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

// UNAVAILABLE: the client continues from the last cursor, on another replica.
Error Resumable();
// UNAUTHENTICATED.
Error SessionEnded();
// DEADLINE_EXCEEDED. The reader never sees it, because it takes nothing.
Error TooSlow();

}  // namespace voronka::rpc
