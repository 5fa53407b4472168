#include "gateway/http/body_budget.h"

namespace voronka::gateway {

BodyBudget::BodyBudget(size_t bytes, process::Metrics& metrics)
    : left_(bytes),
      refused_(metrics.Counter("large_bodies_refused_total",
                               "Requests refused because the larger bodies of others took all the room.")) {}

BodyBudget::Share BodyBudget::Take(size_t bytes) {
  const std::lock_guard lock(mutex_);
  if (bytes > left_) {
    refused_.Increment();
    return nullptr;
  }
  left_ -= bytes;
  return {this, [this, bytes](const void*) { GiveBack(bytes); }};
}

void BodyBudget::GiveBack(size_t bytes) {
  const std::lock_guard lock(mutex_);
  left_ += bytes;
}

}  // namespace voronka::gateway
