#pragma once

#include <fmt/format.h>

#include <string>

#include "tests/system/history/history.h"

// How violations name their subject.
namespace voronka::testing {

inline std::string NameOf(const Operation& operation) {
  return fmt::format("{} {} of {} in account {}", operation.method, operation.request_id, operation.caller,
                     operation.account_id);
}

inline std::string NameOf(const crm::v1::Event& event) {
  return fmt::format("event {}/{} ({} {})", event.partition(), event.offset(), event.cause(), event.request_id());
}

}  // namespace voronka::testing
