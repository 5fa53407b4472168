#include "tests/bench/floor_process.h"

#include <fstream>

#include "tests/support/free_port.h"
#include "tests/support/health.h"

namespace voronka::bench {

std::unique_ptr<testing::Process> FloorProcess(Floor floor, const std::string& name, const testing::Janitor& janitor) {
  floor.set_listen(testing::FreeAddress());
  const auto file = janitor.folder() / (name + ".floor");
  std::ofstream(file, std::ios::binary) << floor.SerializeAsString();
  return std::make_unique<testing::Process>(std::vector<std::string>{VORONKA_BENCH_FLOOR, file}, floor.listen(),
                                            janitor.folder() / (name + ".log"),
                                            [](const std::string& address) { return testing::IsServing(address); });
}

}  // namespace voronka::bench
