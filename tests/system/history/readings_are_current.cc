#include <algorithm>
#include <chrono>
#include <map>
#include <string>

#include "event_consumer/change.h"
#include "tests/system/history/event_index.h"
#include "tests/system/history/rules.h"

namespace voronka::testing {
namespace {

using namespace std::chrono_literals;
using crm::v1::Deal;
using crm::v1::Event;

// When clients were told of a change, and when they had asked for it; by request.
struct Call {
  Moment begin = Moment::min();
  Moment acknowledged = Moment::max();
};

std::map<RequestKey, Call> CallsIn(const History& history) {
  std::map<RequestKey, Call> calls;
  for (const auto& operation : history.operations) {
    auto& call = calls[KeyOf(operation)];
    call.begin = operation.begin;
    if (operation.outcome == Operation::Outcome::kAcknowledged) call.acknowledged = operation.end;
  }
  return calls;
}

Call CallOf(const std::map<RequestKey, Call>& calls, const Event& event) {
  const auto found = calls.find({event.account_id(), event.cause(), event.request_id()});
  return found == calls.end() ? Call() : found->second;
}

// InnoDB shows a commit before it is durable, so a reader may have seen one that a crash of the database then lost.
bool CrashFollows(const History& history, const Reading& reading) {
  return std::ranges::any_of(history.disturbances, [&](const auto& disturbance) {
    const bool overlaps = reading.end + 1s > disturbance.begin && reading.begin < disturbance.end;
    return overlaps && disturbance.name.find("database") != std::string::npos;
  });
}

void CheckReading(const Reading& reading, const Deal& seen, const Events& chain,
                  const std::map<RequestKey, Call>& calls, Findings& findings) {
  for (const Event* event : chain) {
    const auto after = events::Unpacked<Deal>(event->change().after());
    const Call call = CallOf(calls, *event);
    if (after.etag() > seen.etag() && call.acknowledged < reading.begin) {
      findings.Add("account {}, deal {}: etag {} was read, after {} had been acknowledged", reading.account_id,
                   seen.id(), seen.etag(), after.etag());
    }
    if (after.etag() <= seen.etag() && call.begin > reading.end) {
      findings.Add("account {}, deal {}: etag {} was read before anybody asked for it", reading.account_id, seen.id(),
                   after.etag());
    }
  }
}

bool IsIn(const Events& chain, const Reading& reading) {
  return std::ranges::any_of(chain,
                             [&](const Event* event) { return event->change().after().value() == reading.answer; });
}

}  // namespace

void ReadingsAreCurrent(const History& history, Findings& findings) {
  const auto chains = ChangesOfDeals(history);
  const auto calls = CallsIn(history);
  for (const auto& reading : history.readings) {
    const auto seen = Parsed<Deal>(reading.answer);
    const auto chain = chains.find({reading.account_id, seen.id()});
    if (chain != chains.end() && IsIn(chain->second, reading)) {
      CheckReading(reading, seen, chain->second, calls, findings);
    } else if (!CrashFollows(history, reading)) {
      findings.Add("account {}: the deal was never as it was read: {}", reading.account_id, seen.ShortDebugString());
    }
  }
}

}  // namespace voronka::testing
