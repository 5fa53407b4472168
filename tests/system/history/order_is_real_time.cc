#include <algorithm>
#include <map>
#include <vector>

#include "tests/system/history/event_index.h"
#include "tests/system/history/naming.h"
#include "tests/system/history/rules.h"

namespace voronka::testing {
namespace {

// An operation and its place in the log.
struct Placed {
  const Operation* operation;
  int64_t first;
  int64_t last;
};

bool IsAcknowledged(const Placed& placed) { return placed.operation->outcome == Operation::Outcome::kAcknowledged; }

// All successful operations, by account: its events share a partition.
std::map<int64_t, std::vector<Placed>> PlacedByAccount(const History& history) {
  const auto requests = EventsOfRequests(history);
  std::map<int64_t, std::vector<Placed>> placed;
  for (const auto& operation : history.operations) {
    const auto found = requests.find(KeyOf(operation));
    if (found == requests.end()) continue;
    const Events& events = found->second;
    placed[operation.account_id].push_back({&operation, events.front()->offset(), events.back()->offset()});
  }
  return placed;
}

void CheckAccount(std::vector<Placed> begun, Findings& findings) {
  std::vector<Placed> answered;
  std::ranges::copy_if(begun, std::back_inserter(answered), IsAcknowledged);
  std::ranges::sort(begun, {}, [](const Placed& placed) { return placed.operation->begin; });
  std::ranges::sort(answered, {}, [](const Placed& placed) { return placed.operation->end; });
  // The operation that comes last in the log, among those answered before the next one begins.
  const Placed* latest = nullptr;
  auto next = answered.begin();
  for (const Placed& placed : begun) {
    for (; next != answered.end() && next->operation->end < placed.operation->begin; ++next) {
      if (latest == nullptr || next->last > latest->last) latest = &*next;
    }
    if (latest == nullptr || latest->last < placed.first) continue;
    findings.Add("{} stands at {}, before {} at {}, which was answered before it began", NameOf(*placed.operation),
                 placed.first, NameOf(*latest->operation), latest->last);
  }
}

}  // namespace

void OrderIsRealTime(const History& history, Findings& findings) {
  for (auto& [account_id, placed] : PlacedByAccount(history)) CheckAccount(placed, findings);
}

}  // namespace voronka::testing
