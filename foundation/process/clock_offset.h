#pragma once

#include <cstdint>
#include <functional>
#include <optional>

#include "foundation/process/clock.h"

namespace voronka::process {

// How many microseconds `clock` is behind the one that `ask` reads. Uses the fastest of three answers and takes it to
// be half a round trip old. Nothing if all of them were so slow that this half would matter, for example because the
// process was suspended.
std::optional<int64_t> OffsetTo(const Clock& clock, const std::function<int64_t()>& ask);

}  // namespace voronka::process
