#include <set>
#include <tuple>

#include "tests/system/history/event_index.h"
#include "tests/system/history/naming.h"
#include "tests/system/history/rules.h"

namespace voronka::testing {
namespace {

using crm::v1::Event;

// Resources that people count.
int64_t ResourceOf(const Event& event) {
  switch (event.change_case()) {
    case Event::kDeal:
      return event.deal().after().id();
    case Event::kTask:
      return event.task().after().id();
    default:
      return 0;
  }
}

// A request creates at most one of each; completing a task creates the next one.
bool IsCounted(const Event& event) { return event.has_deal() || event.has_task() || event.has_inquiry(); }

using Act = std::tuple<RequestKey, Event::ChangeCase, int64_t>;

// A second resource created by a request is a duplicate, even with another number.
Act ActOf(const RequestKey& request, const Event& event) {
  const bool made = event.has_deal() ? !event.deal().has_before() : event.has_task() && !event.task().has_before();
  return {request, event.change_case(), made ? 0 : ResourceOf(event)};
}

}  // namespace

void RequestsActOnce(const History& history, Findings& findings) {
  std::set<Act> acts;
  for (const auto& [request, events] : EventsOfRequests(history)) {
    for (const Event* event : events) {
      if (IsCounted(*event) && !acts.insert(ActOf(request, *event)).second) {
        findings.Add("{} repeats what its request has done", NameOf(*event));
      }
    }
  }
}

}  // namespace voronka::testing
