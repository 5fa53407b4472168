#pragma once

#include <fmt/format.h>

#include <chrono>
#include <string>
#include <vector>

namespace voronka::testing {

// Prints what the running test has measured, on a line of its own.
void PrintMeasured(const std::string& figures);

template <class... Arguments>
void Measured(fmt::format_string<Arguments...> format, Arguments&&... arguments) {
  PrintMeasured(fmt::format(format, std::forward<Arguments>(arguments)...));
}

// As `1.234 s` or `56.7 ms`.
std::string Readable(std::chrono::microseconds duration);

// `share` of them are not longer; nothing where there are none.
std::chrono::microseconds Percentile(std::vector<std::chrono::microseconds> durations, double share);

}  // namespace voronka::testing
