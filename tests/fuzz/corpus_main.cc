#include <algorithm>
#include <exception>
#include <filesystem>
#include <iostream>
#include <vector>

#include "foundation/process/read_file.h"
#include "tests/fuzz/target.h"

namespace {

using Files = std::vector<std::filesystem::path>;

Files FilesOf(const char* folder) {
  const std::filesystem::directory_iterator entries(folder);
  Files files(begin(entries), end(entries));
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace

// `TARGET FOLDER`: checks every input of the folder, as a test.
int main(int argc, char** argv) try {
  const Files files = argc == 2 ? FilesOf(argv[1]) : Files();
  for (const auto& file : files) {
    // The last one named is the one that failed.
    std::cout << file.string() << std::endl;
    voronka::fuzz::Check(voronka::process::ReadFile(file));
  }
  return files.empty() ? 1 : 0;
} catch (const std::exception& failure) {
  std::cerr << failure.what() << '\n';
  return 1;
}
