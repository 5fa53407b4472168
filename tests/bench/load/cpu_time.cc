#include "tests/bench/load/cpu_time.h"

#include <fmt/format.h>
#include <unistd.h>

#include <fstream>
#include <sstream>
#include <string>

namespace voronka::bench {
namespace {

// proc(5): the fields between the program's name and utime.
constexpr int kFieldsBetween = 11;

}  // namespace

std::chrono::duration<double> CpuTime(pid_t process) {
  std::ifstream file(fmt::format("/proc/{}/stat", process));
  std::string line;
  std::getline(file, line);
  // The name is in parentheses and may contain anything.
  std::istringstream fields(line.substr(line.rfind(')') + 1));
  std::string field;
  for (int i = 0; i < kFieldsBetween; ++i) fields >> field;
  int64_t user = 0;
  int64_t kernel = 0;
  fields >> user >> kernel;
  return std::chrono::duration<double>(static_cast<double>(user + kernel) / static_cast<double>(sysconf(_SC_CLK_TCK)));
}

}  // namespace voronka::bench
