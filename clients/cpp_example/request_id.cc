#include "request_id.h"

#include <cstdint>
#include <random>
#include <sstream>

std::string NewRequestId() {
  std::random_device random;
  std::ostringstream id;
  id << std::hex;
  for (int i = 0; i < 4; ++i) id << static_cast<uint32_t>(random()) << (i < 3 ? "-" : "");
  return id.str();
}
