#pragma once

#include <optional>
#include <string>

#include "tests/system/history/event_index.h"

namespace voronka::testing {

// The answer, serialised, that the events of a request tell; nothing where they tell none.
std::optional<std::string> ToldAnswer(const Events& events);

}  // namespace voronka::testing
