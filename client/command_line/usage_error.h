#pragma once

#include <stdexcept>

namespace voronka::command_line {

// What was asked for cannot be understood. The text tells how to ask.
class UsageError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

}  // namespace voronka::command_line
