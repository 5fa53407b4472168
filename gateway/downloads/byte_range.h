#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace voronka::gateway {

// Bytes of a file, from `begin` to before `end`.
struct ByteRange {
  int64_t begin;
  int64_t end;
};

// What a header `range` asks for of a file of that size.
struct AskedRange {
  // Nothing: it asks for none, or for something that this program does not know, such as several at once; then the
  // whole file is sent.
  std::optional<ByteRange> range;
  // Nothing of the file is in it.
  bool is_outside = false;
};

AskedRange RangeIn(std::string_view header, int64_t size);

}  // namespace voronka::gateway
