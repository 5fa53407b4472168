#include "event_consumer/gathered_events.h"

#include <exception>
#include <utility>

namespace voronka::events {
namespace {

using crm::v1::Event;

constexpr size_t kEventsPerStep = 10;
constexpr size_t kMany = 200;

bool IsEffective(const Event& event, const GatheredEvents::Concerns& concerns) {
  try {
    return concerns(event);
  } catch (const std::exception&) {
    return true;
  }
}

}  // namespace

void GatheredEvents::Add(crm::v1::EventBatch batch, const Concerns& concerns) {
  for (auto& event : *batch.mutable_events()) {
    ++count_;
    last_[event.partition()] = event.offset();
    if (IsEffective(event, concerns)) effective_[event.partition()].push_back(std::move(event));
  }
}

bool GatheredEvents::AreMany() const { return count_ >= kMany; }

std::vector<GatheredEvents::Events> GatheredEvents::TakeSteps() {
  std::vector<Events> steps;
  for (auto& [partition, events] : std::exchange(effective_, {})) {
    for (size_t i = 0; i < events.size(); ++i) {
      if (i % kEventsPerStep == 0) steps.emplace_back();
      steps.back().push_back(std::move(events[i]));
    }
  }
  return steps;
}

}  // namespace voronka::events
