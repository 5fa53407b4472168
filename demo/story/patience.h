#pragma once

#include <chrono>

#include "demo/story/interruption.h"
#include "demo/story/moment.h"

namespace voronka::demo {

// Waits for conditions, never just for time to pass.
class Patience {
 public:
  explicit Patience(const Interruption& interruption) : interruption_(interruption) {}

  // Calls `look` until it finds something (an optional, a pointer or a bool). Nothing if it has still found nothing at
  // `until`.
  template <class Look>
  auto Await(Moment until, Look look) const -> decltype(look()) {
    for (;;) {
      if (auto found = look()) return found;
      if (Now() >= until) return {};
      interruption_.Pause(kBetweenLooks);
    }
  }

  // The same for something that is due now: waits up to kLimit.
  template <class Look>
  auto Await(Look look) const -> decltype(look()) {
    return Await(Now() + kLimit, look);
  }

  // How late something may be before the story counts as failed.
  static constexpr std::chrono::seconds kLimit{15};

 private:
  static constexpr std::chrono::milliseconds kBetweenLooks{5};

  const Interruption& interruption_;
};

}  // namespace voronka::demo
