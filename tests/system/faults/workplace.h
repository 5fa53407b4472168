#pragma once

#include <chrono>
#include <memory>
#include <vector>

#include "tests/support/account.h"
#include "tests/system/faults/caller.h"

namespace voronka::testing {

// An account whose people and public form call through every replica.
class Workplace {
 public:
  Workplace(System& system, int managers, std::chrono::milliseconds take_within);

  Account& account() { return account_; }
  int managers() const { return static_cast<int>(managers_.size()); }
  Caller& manager(int number) { return *managers_.at(number); }
  Caller& head() { return *head_; }
  Caller& form() { return *form_; }

 private:
  Account account_;
  std::vector<std::unique_ptr<Caller>> managers_;
  std::unique_ptr<Caller> head_;
  std::unique_ptr<Caller> form_;
};

}  // namespace voronka::testing
