#include "tests/system/history/told_answer.h"

#include "event_consumer/change.h"

namespace voronka::testing {
namespace {

using crm::v1::Deal;
using crm::v1::Event;
using crm::v1::Inquiry;
using crm::v1::Task;
using events::IsChangeTo;

// The completed task, and the next one.
std::string AnswerOfCompletion(const Events& events) {
  crm::v1::CompleteTaskResponse response;
  for (const Event* event : events) {
    auto& told = event->change().has_before() ? *response.mutable_task() : *response.mutable_next_task();
    event->change().after().UnpackTo(&told);
  }
  return response.SerializeAsString();
}

bool CompletesTask(const Event& event) {
  return IsChangeTo<Task>(event) && events::Unpacked<Task>(event.change().after()).state() == Task::STATE_COMPLETED;
}

}  // namespace

std::optional<std::string> ToldAnswer(const Events& events) {
  for (const Event* event : events) {
    if (IsChangeTo<Inquiry>(*event)) return event->change().after().value();
    if (CompletesTask(*event)) return AnswerOfCompletion(events);
  }
  for (const Event* event : events) {
    if (IsChangeTo<Task>(*event) || IsChangeTo<Deal>(*event)) return event->change().after().value();
  }
  return std::nullopt;
}

}  // namespace voronka::testing
