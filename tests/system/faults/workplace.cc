#include "tests/system/faults/workplace.h"

#include <fmt/format.h>

namespace voronka::testing {

Workplace::Workplace(System& system, int managers, std::chrono::milliseconds take_within)
    : account_(system, managers, take_within),
      head_(Caller::Person(account_, "head", account_.head_id())),
      form_(Caller::Program(account_, "intake")) {
  for (int number = 0; number < managers; ++number) {
    managers_.push_back(Caller::Person(account_, fmt::format("manager-{}", number), account_.manager_id(number)));
  }
}

}  // namespace voronka::testing
