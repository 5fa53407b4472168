#include "client/command_line/contents.h"

#include <fmt/format.h>

#include <fstream>
#include <iostream>
#include <iterator>

#include "client/command_line/usage_error.h"

namespace voronka::command_line {

std::string Contents(const std::string& file) {
  if (file == "-") return {std::istreambuf_iterator<char>(std::cin), {}};
  std::ifstream stream(file);
  if (!stream) throw UsageError(fmt::format("cannot read {}", file));
  return {std::istreambuf_iterator<char>(stream), {}};
}

}  // namespace voronka::command_line
