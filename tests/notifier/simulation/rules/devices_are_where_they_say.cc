#include <fmt/format.h>

#include "tests/notifier/simulation/rules/rules.h"

namespace voronka::simulation {

void DevicesAreWhereTheySay(const Record& record, Violations& violations) {
  for (const auto& handover : record.handovers) {
    // A device is signed out once it is nobody's any more.
    if (handover.message.signed_out()) continue;
    if (handover.present_address.empty()) {
      violations.push_back(Describe(handover) + ", which was removed before");
    } else if (handover.present_address != handover.address) {
      violations.push_back(fmt::format("{} at {}, which had moved to {}", Describe(handover), handover.address,
                                       handover.present_address));
    }
  }
}

}  // namespace voronka::simulation
