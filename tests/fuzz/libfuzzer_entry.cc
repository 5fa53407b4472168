#include <cstddef>
#include <cstdint>

#include "tests/fuzz/target.h"

// libFuzzer calls it with every input that it generates.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  voronka::fuzz::Check(std::string(reinterpret_cast<const char*>(data), size));
  return 0;
}
