#pragma once

#include <string>

namespace voronka::distribution {

// Why the system of record did not do what it was asked for.
struct Refusal {
  // As STALE_EPOCH.
  std::string reason;
  // In English, for logs.
  std::string text;
};

}  // namespace voronka::distribution
