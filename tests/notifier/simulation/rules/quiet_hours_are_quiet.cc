#include "tests/notifier/simulation/local_clock.h"
#include "tests/notifier/simulation/rules/rules.h"

namespace voronka::simulation {

void QuietHoursAreQuiet(const Record& record, Violations& violations) {
  for (const auto& handover : record.handovers) {
    const auto* ring = record.RingOf(handover);
    if (!handover.Rings() || ring == nullptr || ring->may_in_quiet_hours) continue;
    if (!handover.quiet.Holds(handover.at)) continue;
    violations.push_back(Describe(handover) + " is in quiet hours, which end at " +
                         Readable(handover.quiet.End(handover.at)));
  }
}

}  // namespace voronka::simulation
