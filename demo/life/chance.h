#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <random>
#include <string_view>

namespace voronka::demo {

// What could be otherwise, but is the same for the same seed and subject, on every machine: what one deal has does not
// depend on how many there are.
class Chance {
 public:
  Chance(uint64_t seed, std::string_view subject, uint64_t number = 0);

  // 0 to `bound` - 1.
  std::size_t Below(std::size_t bound) { return bound == 0 ? 0 : static_cast<std::size_t>(random_() % bound); }
  int64_t Between(int64_t least, int64_t most) {
    return least + static_cast<int64_t>(Below(static_cast<std::size_t>(most - least) + 1));
  }
  bool Percent(int percent) { return Below(100) < static_cast<std::size_t>(percent); }

  // One of a list that is not empty.
  template <class List>
  const auto& OneOf(const List& list) {
    return *std::next(std::begin(list), static_cast<std::ptrdiff_t>(Below(std::size(list))));
  }

 private:
  // Its numbers are in the standard; those of the standard's distributions are not.
  std::mt19937_64 random_;
};

}  // namespace voronka::demo
