#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>

namespace voronka::storage {

// Where a job waits: in the line of an owner (for example an account), behind a gate that limits how many jobs run at
// once.
struct Line {
  int64_t gate = 0;
  int64_t owner = 0;
  // How many jobs may be in flight behind the gate, the same for all its lines; 0: any number.
  int gate_width = 0;

  bool operator==(const Line&) const = default;

  struct Hash {
    size_t operator()(const Line& line) const { return std::hash<int64_t>()(line.gate * 1'000'003 + line.owner); }
  };
};

}  // namespace voronka::storage
