#include "foundation/process/read_file.h"

#include <array>
#include <cerrno>
#include <cstdio>
#include <memory>
#include <system_error>

namespace voronka::process {

std::string ReadFile(const std::filesystem::path& file) {
  const auto require = [&](bool good) {
    if (!good) throw std::system_error(errno, std::generic_category(), file.string());
  };
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> input(std::fopen(file.c_str(), "rbe"), std::fclose);
  require(input != nullptr);
  std::string content;
  std::array<char, 4096> part;
  while (const size_t size = std::fread(part.data(), 1, part.size(), input.get())) content.append(part.data(), size);
  require(std::ferror(input.get()) == 0);
  return content;
}

}  // namespace voronka::process
