#include "tests/system/measured.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <iostream>

namespace voronka::testing {

using std::chrono::microseconds;

void PrintMeasured(const std::string& figures) {
  const auto* test = ::testing::UnitTest::GetInstance()->current_test_info();
  std::cout << fmt::format("[ MEASURED ] {}.{}: {}\n", test->test_suite_name(), test->name(), figures) << std::flush;
}

std::string Readable(microseconds duration) {
  const double millis = static_cast<double>(duration.count()) / 1e3;
  return millis < 1000 ? fmt::format("{:.1f} ms", millis) : fmt::format("{:.3f} s", millis / 1e3);
}

microseconds Percentile(std::vector<microseconds> durations, double share) {
  if (durations.empty()) return microseconds::zero();
  std::ranges::sort(durations);
  return durations[static_cast<size_t>(share * static_cast<double>(durations.size() - 1))];
}

}  // namespace voronka::testing
