#include <algorithm>

#include "tests/notifier/simulation/local_clock.h"
#include "tests/notifier/simulation/rules/rules.h"
#include "tests/notifier/simulation/times.h"

namespace voronka::simulation {
namespace {

// What a push waits for at most once all is well again: as long as a service said, a pause, or the lease of a process
// that has died.
constexpr int64_t kLongestWait = 11 * kMinute;

// Its push service has it, or has answered that it never will.
bool IsDecided(const Record& record, const Ring& ring) {
  return std::ranges::any_of(record.handovers, [&](const Handover& handover) {
    return handover.Rings() && record.RingOf(handover) == &ring && handover.fate != Fate::kTurnedAway;
  });
}

// When its push service must have it, as seen at that rest.
int64_t Latest(const Record& record, const Ring& ring, const Rest& rest) {
  const auto* trouble = record.LastTrouble(HostOf(ring.address), rest.step);
  if (trouble == nullptr || trouble->step < ring.made_step) return ring.Due();
  const int64_t latest = std::max(ring.Due(), trouble->at) + kLongestWait;
  return ring.may_in_quiet_hours ? latest : ring.quiet.End(latest);
}

}  // namespace

void RingsArrive(const Record& record, Violations& violations) {
  for (const auto& ring : record.rings) {
    const auto missed = std::ranges::find_if(record.rests, [&](const Rest& rest) {
      if (rest.step <= std::max(ring.made_step, ring.quiet_since) || ring.IsOverAt(rest.step)) return false;
      const int64_t latest = Latest(record, ring, rest);
      return latest < ring.expire && latest <= rest.at;
    });
    if (missed == record.rests.end() || ring.may_be_gone || IsDecided(record, ring)) continue;
    violations.push_back(Describe(ring) + " was not handed over by " + Readable(missed->at));
  }
}

}  // namespace voronka::simulation
