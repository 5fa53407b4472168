#include <fmt/format.h>
#include <google/protobuf/util/time_util.h>

#include <cstdlib>

#include "tests/notifier/simulation/local_clock.h"
#include "tests/notifier/simulation/rules/rules.h"
#include "tests/notifier/simulation/times.h"

namespace voronka::simulation {
namespace {

using google::protobuf::util::TimeUtil;

// The simulation looks at a clock a little later.
bool IsAbout(int64_t expire, const Ring& ring) { return std::abs(expire - ring.expire) < kSecond; }

// Nor is the clock as it was when the notification was made if it has been set back since.
bool IsEarly(const Handover& handover, const Ring& ring) { return handover.at < ring.DueIn(handover.quiet) - kSecond; }

bool SaysWhatItIs(const Handover& handover, const Ring& ring) {
  const auto& message = handover.message;
  return message.kind() == ring.kind && !message.text().empty() && IsAbout(handover.expire, ring) &&
         IsAbout(TimeUtil::TimestampToMicroseconds(message.expire_time()), ring);
}

}  // namespace

void RingsHaveAReason(const Record& record, Violations& violations) {
  for (const auto& handover : record.handovers) {
    if (!handover.Rings()) continue;
    const auto* ring = record.RingOf(handover);
    if (ring == nullptr) {
      violations.push_back(Describe(handover) + " has no reason");
    } else if (IsEarly(handover, *ring)) {
      violations.push_back(Describe(handover) + " is early: it is due at " + Readable(ring->DueIn(handover.quiet)));
    } else if (!SaysWhatItIs(handover, *ring)) {
      violations.push_back(Describe(handover) + " does not say what it is: " + handover.message.ShortDebugString());
    }
  }
}

}  // namespace voronka::simulation
