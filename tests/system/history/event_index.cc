#include "tests/system/history/event_index.h"

#include "event_consumer/change.h"

namespace voronka::testing {

std::map<DealKey, Events> ChangesOfDeals(const History& history) {
  std::map<DealKey, Events> changes;
  for (const auto& event : history.events) {
    if (!events::IsChangeTo<crm::v1::Deal>(event)) continue;
    changes[{event.account_id(), event.change().resource_id()}].push_back(&event);
  }
  return changes;
}

RequestKey KeyOf(const Operation& operation) { return {operation.account_id, operation.method, operation.request_id}; }

std::map<RequestKey, Events> EventsOfRequests(const History& history) {
  std::map<RequestKey, Events> requests;
  for (const auto& event : history.events) {
    if (event.request_id().empty()) continue;
    requests[{event.account_id(), event.cause(), event.request_id()}].push_back(&event);
  }
  return requests;
}

}  // namespace voronka::testing
