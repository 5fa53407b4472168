#pragma once

#include <algorithm>
#include <optional>
#include <type_traits>

#include "foundation/rpc/requests/error.h"

namespace voronka::crm {

// Takes a part of a step that is to be refused as a whole: what is missing for the part is added to what is missing
// already. Nothing: something is. The caller throws in the end, and nothing stays of what the parts have written.
template <class Part>
std::optional<std::invoke_result_t<Part>> UnlessRefused(rpc::Violations& missing, const Part& part) {
  try {
    return part();
  } catch (const rpc::Error& error) {
    if (error.code() != rpc::Code::kFailedPrecondition) throw;
    for (const auto& each : error.violations()) {
      const bool is_told = std::ranges::any_of(missing.all(), [&](const rpc::Violation& told) {
        return told.reason == each.reason && told.field == each.field;
      });
      missing.AddUnless(is_told, each.reason, each.field, each.text);
    }
    return std::nullopt;
  }
}

}  // namespace voronka::crm
