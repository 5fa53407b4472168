#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "tests/support/system.h"

namespace voronka::testing {

// The demo, as `deploy/run` plays it, on a system. It calls the first replica.
class Demo {
 public:
  explicit Demo(System& system) : system_(system), log_(system.crm().log().parent_path() / "demo.log") {}

  // Returns the exit status, or -1 if a signal ended it.
  int Run(const std::vector<std::string>& arguments);
  // The usual one: from a file.
  int MakeAccount();
  // Of a solution that comes with the services.
  int MakeAccount(const std::string& solution);

  // The output of all runs.
  std::string Output() const;

 private:
  System& system_;
  const std::filesystem::path log_;
};

}  // namespace voronka::testing
