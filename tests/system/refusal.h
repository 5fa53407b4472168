#pragma once

#include <optional>

#include "client/call_failed.h"

namespace voronka::testing {

// How the call failed; nothing if it succeeded.
template <class Call>
std::optional<client::CallFailed> FailureOf(const Call& call) {
  try {
    call();
  } catch (const client::CallFailed& failure) {
    return failure;
  }
  return std::nullopt;
}

}  // namespace voronka::testing
