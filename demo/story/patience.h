#pragma once

#include <chrono>

#include "demo/story/interruption.h"
#include "demo/story/moment.h"

namespace voronka::demo {

// Waits for conditions, never for time alone.
class Patience {
 public:
  explicit Patience(const Interruption& interruption) : interruption_(interruption) {}

  // What `look` finds (an optional, a pointer or a bool), or nothing once it has found nothing until then.
  template <class Look>
  auto Await(Moment until, Look look) const -> decltype(look()) {
    for (;;) {
      if (auto found = look()) return found;
      if (Now() >= until) return {};
      interruption_.Pause(kBetweenLooks);
    }
  }

  // The same for what is due now.
  template <class Look>
  auto Await(Look look) const -> decltype(look()) {
    return Await(Now() + kLimit, look);
  }

  // How much later than promised a thing may come before the story is told as failed.
  static constexpr std::chrono::seconds kLimit{15};

 private:
  static constexpr std::chrono::milliseconds kBetweenLooks{5};

  const Interruption& interruption_;
};

}  // namespace voronka::demo
