#include <fmt/format.h>

#include <algorithm>

#include "tests/notifier/simulation/rules/rules.h"

namespace voronka::simulation {

// The next to hold the device must not read what it shows. Unless something was wrong with its push service.
void EndedSessionsShowNothing(const Record& record, Violations& violations) {
  for (const auto& ended : record.ended) {
    if (ended.showing == 0 || ended.address.empty()) continue;
    const auto rest =
        std::ranges::find_if(record.rests, [&](const Rest& candidate) { return candidate.step > ended.step; });
    if (rest == record.rests.end()) continue;
    const auto* trouble = record.LastTrouble(HostOf(ended.address), rest->step);
    if (trouble != nullptr && trouble->step >= ended.step) continue;
    violations.push_back(fmt::format("session {}, which ended in step {}, still shows {} notifications", ended.session,
                                     ended.step, ended.showing));
  }
}

}  // namespace voronka::simulation
