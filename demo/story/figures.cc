#include "demo/story/figures.h"

#include <fstream>
#include <nlohmann/json.hpp>

namespace voronka::demo {

void Figures::Write(const std::filesystem::path& file, bool passed) const {
  std::ofstream out(file);
  out.exceptions(std::ios::badbit | std::ios::failbit);
  out << nlohmann::json{{"passed", passed}, {"seconds", seconds_}}.dump(2) << '\n';
}

}  // namespace voronka::demo
