#pragma once

#include <fmt/format.h>

#include <chrono>
#include <string>
#include <vector>

namespace voronka::testing {

// Prints a measurement of the running test on its own line.
void PrintMeasured(const std::string& figures);

template <class... Arguments>
void Measured(fmt::format_string<Arguments...> format, Arguments&&... arguments) {
  PrintMeasured(fmt::format(format, std::forward<Arguments>(arguments)...));
}

// For example `1.234 s` or `56.7 ms`.
std::string Readable(std::chrono::microseconds duration);

// `share` of the values are not longer; nothing if there are none.
std::chrono::microseconds Percentile(std::vector<std::chrono::microseconds> durations, double share);

}  // namespace voronka::testing
