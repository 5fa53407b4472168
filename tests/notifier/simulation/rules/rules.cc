#include "tests/notifier/simulation/rules/rules.h"

#include <fmt/format.h>

#include "tests/notifier/simulation/local_clock.h"

namespace voronka::simulation {

Violations Check(const Record& record) {
  Violations violations;
  for (const auto rule : {RingsArrive, RingsHaveAReason, QuietHoursAreQuiet, NothingRingsTooLate,
                          WhatIsAnsweredIsClosed, DevicesAreWhereTheySay, EndedSessionsShowNothing}) {
    rule(record, violations);
  }
  return violations;
}

std::string Describe(const Ring& ring) {
  return fmt::format("notification {} ({}, {}), made in step {} at {}, due at {}, on device {}", ring.notification,
                     ring.occurrence, v1::Notification::Kind_Name(ring.kind), ring.made_step, Readable(ring.made),
                     Readable(ring.Due()), ring.device);
}

std::string Describe(const Handover& handover) {
  return fmt::format("{} of notification {} ({}), handed over in step {} at {} for device {}",
                     handover.Rings()           ? "ring"
                     : handover.message.close() ? "close"
                                                : "sign-out",
                     handover.message.notification_id(), handover.message.occurrence(), handover.step,
                     Readable(handover.at), handover.device);
}

}  // namespace voronka::simulation
