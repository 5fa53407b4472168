#include "tests/support/memory.h"

#include <unistd.h>

#include <fstream>
#include <stdexcept>
#include <string>

namespace voronka::testing {

int64_t ResidentBytes(pid_t process) {
  std::ifstream file("/proc/" + std::to_string(process) + "/statm");
  int64_t size = 0;
  int64_t resident = 0;
  if (!(file >> size >> resident)) throw std::runtime_error("no such process: " + std::to_string(process));
  return resident * sysconf(_SC_PAGESIZE);
}

}  // namespace voronka::testing
