#pragma once

#include <optional>
#include <string>

#include "tests/system/history/event_index.h"

namespace voronka::testing {

// The answer, serialised, according to the events of a request; nothing if they do not determine one.
std::optional<std::string> ToldAnswer(const Events& events);

}  // namespace voronka::testing
