#pragma once

#include <algorithm>
#include <chrono>
#include <vector>

namespace voronka::bench {

// The value that `share` of the values do not exceed; 0 if there are none.
inline double Percentile(std::vector<double> values, double share) {
  if (values.empty()) return 0;
  const auto at = values.begin() + static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
  std::ranges::nth_element(values, at);
  return *at;
}

inline std::vector<double> Millis(const std::vector<std::chrono::microseconds>& durations) {
  std::vector<double> millis;
  millis.reserve(durations.size());
  for (const auto duration : durations) millis.push_back(static_cast<double>(duration.count()) / 1e3);
  return millis;
}

}  // namespace voronka::bench
