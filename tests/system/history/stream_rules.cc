#include "tests/system/history/stream_rules.h"

#include <algorithm>
#include <limits>
#include <map>
#include <utility>

namespace voronka::testing {
namespace {

using std::chrono::microseconds;

using Place = std::pair<int, int64_t>;

bool IsFor(const StreamRecord& stream, const LogEntry& entry) {
  return (stream.account_id == 0 || stream.account_id == entry.account_id) &&
         (stream.topic == 0 || stream.topic == entry.topic);
}

// What the stream must deliver, by place.
std::map<Place, const LogEntry*> Wanted(const StreamRecord& stream, const Log& log) {
  std::map<Place, const LogEntry*> wanted;
  for (const LogEntry& entry : log) {
    if (IsFor(stream, entry)) wanted.emplace(Place(entry.partition, entry.offset), &entry);
  }
  return wanted;
}

Place PlaceOf(const Delivery& delivery) { return *delivery.cursors.begin(); }

// The first entry between two offsets of a partition.
const LogEntry* FirstBetween(const std::map<Place, const LogEntry*>& wanted, int partition, int64_t after,
                             int64_t before) {
  const auto found = wanted.upper_bound(Place(partition, after));
  if (found == wanted.end() || found->first.first != partition || found->first.second >= before) return nullptr;
  return found->second;
}

// Iterates over a session's deliveries, with the position before each.
template <class Visit>
void Walk(const StreamSession& session, const Visit& visit) {
  Cursors position = session.from;
  for (const Delivery& delivery : session.deliveries) {
    visit(position, delivery);
    for (const auto& [partition, offset] : delivery.cursors) position[partition] = offset;
  }
}

// The furthest position of the stream, and what it had to deliver after that.
void CheckReachesEnd(const StreamRecord& stream, const std::map<Place, const LogEntry*>& wanted, Findings& findings) {
  Cursors end;
  for (const auto& session : stream.sessions) {
    Walk(session, [&](const Cursors&, const Delivery& delivery) {
      for (const auto& [partition, offset] : delivery.cursors) end[partition] = std::max(end[partition], offset);
    });
  }
  for (const auto& [partition, offset] : end) {
    const auto* missed = FirstBetween(wanted, partition, offset, std::numeric_limits<int64_t>::max());
    if (missed != nullptr) findings.Add("{}: {}/{} never came", stream.subscriber, partition, missed->offset);
  }
}

template <class Visit>
void WalkAll(const StreamRecord& stream, const Visit& visit) {
  for (const auto& session : stream.sessions) Walk(session, visit);
}

// Clients reconnect at most this long after a fault.
constexpr std::chrono::seconds kReconnecting(3);

bool IsQuiet(const std::vector<Disturbance>& disturbances, Moment from, Moment to) {
  return std::ranges::none_of(disturbances, [&](const auto& disturbance) {
    return disturbance.begin <= to && disturbance.end + kReconnecting >= from;
  });
}

// When the subscriber first received anything; nobody waited for older entries.
Moment FirstArrival(const StreamRecord& stream) {
  for (const auto& session : stream.sessions) {
    if (!session.deliveries.empty()) return session.deliveries.front().arrived;
  }
  return Moment::max();
}

void AddDelays(const StreamRecord& stream, const Log& log, const std::vector<Disturbance>& disturbances,
               std::vector<microseconds>& delays) {
  const auto wanted = Wanted(stream, log);
  std::map<Place, Moment> arrivals;
  WalkAll(stream, [&](const Cursors&, const Delivery& delivery) {
    if (delivery.payload) arrivals.emplace(PlaceOf(delivery), delivery.arrived);
  });
  for (const auto& [place, arrived] : arrivals) {
    const auto entry = wanted.find(place);
    if (entry == wanted.end() || entry->second->create_time < FirstArrival(stream)) continue;
    if (!IsQuiet(disturbances, entry->second->create_time, arrived)) continue;
    delays.push_back(arrived - entry->second->create_time);
  }
}

}  // namespace

void IsOrdered(const StreamRecord& stream, const Log&, Findings& findings) {
  WalkAll(stream, [&](const Cursors& position, const Delivery& delivery) {
    for (const auto& [partition, offset] : delivery.cursors) {
      const auto before = position.find(partition);
      if (before != position.end() && offset < before->second) {
        findings.Add("{}: {}/{} comes after {}", stream.subscriber, partition, offset, before->second);
      }
    }
  });
}

void IsUnique(const StreamRecord& stream, const Log&, Findings& findings) {
  std::map<Place, std::string> contents;
  for (const auto& session : stream.sessions) {
    std::map<Place, int> times;
    for (const Delivery& delivery : session.deliveries) {
      if (!delivery.payload) continue;
      const Place place = PlaceOf(delivery);
      if (++times[place] > 1) findings.Add("{}: {}/{} comes twice", stream.subscriber, place.first, place.second);
      if (contents.try_emplace(place, *delivery.payload).first->second != *delivery.payload) {
        findings.Add("{}: {}/{} was something else before", stream.subscriber, place.first, place.second);
      }
    }
  }
}

void IsReliable(const StreamRecord& stream, const Log& log, Findings& findings) {
  const auto wanted = Wanted(stream, log);
  CheckReachesEnd(stream, wanted, findings);
  WalkAll(stream, [&](const Cursors& position, const Delivery& delivery) {
    if (!delivery.payload) return;
    const auto [partition, offset] = PlaceOf(delivery);
    const auto entry = wanted.find({partition, offset});
    if (entry == wanted.end() || entry->second->payload != *delivery.payload) {
      return findings.Add("{}: {}/{} is not in the log as it was given", stream.subscriber, partition, offset);
    }
    const auto before = position.find(partition);
    if (before == position.end()) return;
    if (const auto* missed = FirstBetween(wanted, partition, before->second, offset)) {
      findings.Add("{}: {}/{} is missed between {} and {}", stream.subscriber, partition, missed->offset,
                   before->second, offset);
    }
  });
}

void IsResumable(const StreamRecord& stream, const Log& log, Findings& findings) {
  const auto wanted = Wanted(stream, log);
  for (const auto& session : stream.sessions) {
    Cursors first;
    for (const auto& delivery : session.deliveries) {
      if (delivery.payload) first.insert(*delivery.cursors.begin());
    }
    for (const auto& [partition, from] : session.from) {
      const auto began = first.find(partition);
      if (began == first.end()) continue;
      if (began->second <= from || FirstBetween(wanted, partition, from, began->second) != nullptr) {
        findings.Add("{}: opened after {}/{}, it goes on with {}", stream.subscriber, partition, from, began->second);
      }
    }
  }
}

void IsBookmarkable(const StreamRecord& stream, const Log& log, Findings& findings) {
  const auto wanted = Wanted(stream, log);
  WalkAll(stream, [&](const Cursors& position, const Delivery& delivery) {
    if (delivery.payload) return;
    for (const auto& [partition, offset] : delivery.cursors) {
      const auto before = position.find(partition);
      if (before == position.end()) continue;
      if (offset < before->second) {
        findings.Add("{}: the bookmark {}/{} is behind {}", stream.subscriber, partition, offset, before->second);
      }
      if (const auto* skipped = FirstBetween(wanted, partition, before->second, offset + 1)) {
        findings.Add("{}: the bookmark {}/{} passes over {}", stream.subscriber, partition, offset, skipped->offset);
      }
    }
  });
}

void IsPrivate(const StreamRecord& stream, const Log& log, Findings& findings) {
  std::map<Place, const LogEntry*> foreign;
  for (const LogEntry& entry : log) {
    if (!IsFor(stream, entry)) foreign.emplace(Place(entry.partition, entry.offset), &entry);
  }
  WalkAll(stream, [&](const Cursors&, const Delivery& delivery) {
    if (!delivery.payload) return;
    const auto entry = foreign.find(PlaceOf(delivery));
    if (entry == foreign.end()) return;
    findings.Add("{}: {}/{} is for user {} of account {}", stream.subscriber, entry->first.first, entry->first.second,
                 entry->second->topic, entry->second->account_id);
  });
}

std::vector<microseconds> Delays(const std::vector<StreamRecord>& streams, const Log& log,
                                 const std::vector<Disturbance>& disturbances) {
  std::vector<microseconds> delays;
  for (const auto& stream : streams) AddDelays(stream, log, disturbances, delays);
  return delays;
}

void AreTimely(const std::vector<microseconds>& delays, microseconds bound, Findings& findings) {
  constexpr double kNearlyAll = 0.99;
  const auto late = std::ranges::count_if(delays, [&](microseconds delay) { return delay > bound; });
  if (static_cast<double>(late) > (1 - kNearlyAll) * static_cast<double>(delays.size())) {
    findings.Add("{} of {} came later than {} µs", late, delays.size(), bound.count());
  }
}

}  // namespace voronka::testing
