#pragma once

#include <cstdint>
#include <functional>
#include <optional>

#include "foundation/process/clock.h"

namespace voronka::process {

// How many microseconds `clock` is behind the one that `ask` reads, by the quickest of three answers: half its round
// trip is how old it is. Nothing where each took so long, as when the process was stopped meanwhile, that the half
// would matter.
std::optional<int64_t> OffsetTo(const Clock& clock, const std::function<int64_t()>& ask);

}  // namespace voronka::process
