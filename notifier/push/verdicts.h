#pragma once

#include <compare>
#include <cstdint>
#include <string>

#include "notifier/push/vendors/push_services.h"
#include "voronka/notifier/v1/push_intent.pb.h"

namespace voronka::notifier {

// What becomes of a push.
struct Verdict {
  v1::PushIntent::State state;
  // For those who run the server. Empty: nothing to add.
  std::string detail;
  // When it is sent next, if it stays pending. Microseconds since 1970 UTC.
  int64_t next = 0;
  v1::PushIntent::Trouble trouble = v1::PushIntent::TROUBLE_UNSPECIFIED;

  auto operator<=>(const Verdict&) const = default;
};

// After its push service has answered. A service that says later is asked again after as long as it says; otherwise
// after 1 s, 2 s, 4 s and so on, at most 5 min. A push whose life ends before that is given up.
Verdict VerdictOn(const v1::PushIntent& intent, const PushAnswer& answer, int64_t now);

// Its life ended before it could be sent.
bool IsTooLate(const v1::PushIntent& intent, int64_t now);

}  // namespace voronka::notifier
