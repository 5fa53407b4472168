#include "tests/notifier/simulation/local_clock.h"
#include "tests/notifier/simulation/rules/rules.h"

namespace voronka::simulation {

void NothingRingsTooLate(const Record& record, Violations& violations) {
  for (const auto& handover : record.handovers) {
    const auto* ring = record.RingOf(handover);
    if (!handover.Rings() || ring == nullptr || handover.at < ring->expire) continue;
    violations.push_back(Describe(handover) + " is too late: its life ended at " + Readable(ring->expire));
  }
}

}  // namespace voronka::simulation
