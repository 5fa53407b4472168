#include <fmt/format.h>

#include <algorithm>

#include "tests/notifier/simulation/rules/rules.h"

namespace voronka::simulation {
namespace {

// Apple ends the subscription of a web app that shows nothing for a push.
bool BearsSilence(const std::string& address) { return HostOf(address) != "web.push.apple.com"; }

bool IsShown(const Record& record, const Ring& ring) {
  return std::ranges::any_of(record.shown_at_end, [&](const Shown& shown) {
    return ring.IsAbout(shown.device, shown.notification, shown.occurrence);
  });
}

// Nothing was wrong with its push service from before it was answered until everything that was due then was done.
bool CouldBeClosed(const Record& record, const Ring& ring) {
  const auto rest =
      std::ranges::find_if(record.rests, [&](const Rest& candidate) { return candidate.step > *ring.settled; });
  if (rest == record.rests.end() || ring.removed) return false;
  const auto* trouble = record.LastTrouble(HostOf(ring.address), rest->step);
  return trouble == nullptr || trouble->step < *ring.settled;
}

void CheckHandover(const Record& record, const Handover& handover, Violations& violations) {
  const auto* ring = record.RingOf(handover);
  if (ring == nullptr) return;
  const bool is_settled = ring->settled && *ring->settled <= handover.step;
  const bool closes = handover.message.close();
  if (is_settled && !closes) violations.push_back(Describe(handover) + " was answered or had ended before");
  if (!is_settled && closes) violations.push_back(Describe(handover) + " was not answered yet");
  if (closes && !BearsSilence(handover.address)) violations.push_back(Describe(handover) + " is silent");
}

}  // namespace

void WhatIsAnsweredIsClosed(const Record& record, Violations& violations) {
  for (const auto& handover : record.handovers) CheckHandover(record, handover, violations);
  for (const auto& ring : record.rings) {
    if (!ring.settled || ring.answered_there || !BearsSilence(ring.address)) continue;
    if (!IsShown(record, ring) || !CouldBeClosed(record, ring)) continue;
    violations.push_back(
        fmt::format("{} is still shown, though it was answered or ended in step {}", Describe(ring), *ring.settled));
  }
}

}  // namespace voronka::simulation
