#include <set>
#include <string>
#include <tuple>

#include "event_consumer/change.h"
#include "tests/system/history/event_index.h"
#include "tests/system/history/naming.h"
#include "tests/system/history/rules.h"

namespace voronka::testing {
namespace {

using crm::v1::Deal;
using crm::v1::Event;
using crm::v1::Inquiry;
using crm::v1::Task;
using events::IsChangeTo;

// A request creates at most one of each; completing a task creates the next one.
bool IsCounted(const Event& event) {
  return IsChangeTo<Deal>(event) || IsChangeTo<Task>(event) || IsChangeTo<Inquiry>(event);
}

// Request, type of the resource, resource.
using Act = std::tuple<RequestKey, std::string, int64_t>;

// A second resource created by a request is a duplicate, even with another number.
Act ActOf(const RequestKey& request, const Event& event) {
  const auto& change = event.change();
  return {request, change.after().type_url(), change.has_before() ? change.resource_id() : 0};
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
