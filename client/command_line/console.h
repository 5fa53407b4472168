#pragma once

#include <ostream>

namespace voronka::command_line {

// Answers go to `out`, messages about them to `err`.
struct Console {
  std::ostream& out;
  std::ostream& err;
};

}  // namespace voronka::command_line
