#pragma once

#include <stdexcept>

namespace voronka::command_line {

// The user's input cannot be understood. The text says what is expected.
class UsageError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

}  // namespace voronka::command_line
