#include "tests/system/history/told_answer.h"

namespace voronka::testing {
namespace {

using crm::v1::Event;
using crm::v1::Task;

std::string AnswerOfInquiry(const crm::v1::InquiryReceived& received) {
  crm::v1::SubmitInquiryResponse response;
  *response.mutable_inquiry() = received.inquiry();
  response.set_outcome(received.outcome());
  return response.SerializeAsString();
}

// The completed task, and the next one.
std::string AnswerOfCompletion(const Events& events) {
  crm::v1::CompleteTaskResponse response;
  for (const Event* event : events) {
    const Task& task = event->task().after();
    (event->task().has_before() ? *response.mutable_task() : *response.mutable_next_task()) = task;
  }
  return response.SerializeAsString();
}

bool CompletesTask(const Event& event) { return event.task().after().state() == Task::STATE_COMPLETED; }

}  // namespace

std::optional<std::string> ToldAnswer(const Events& events) {
  for (const Event* event : events) {
    if (event->has_inquiry()) return AnswerOfInquiry(event->inquiry());
    if (event->has_task() && CompletesTask(*event)) return AnswerOfCompletion(events);
  }
  for (const Event* event : events) {
    if (event->has_task()) return event->task().after().SerializeAsString();
    if (event->has_deal()) return event->deal().after().SerializeAsString();
  }
  return std::nullopt;
}

}  // namespace voronka::testing
