#pragma once

#include <future>
#include <string>

#include "tests/contract/company.h"
#include "tests/contract/raw_call.h"
#include "tests/support/system.h"

namespace voronka::testing {

// What the tests of the binary share: the system, and two companies in it that must not know of each other.
class Premises {
 public:
  Premises();

  System system;
  Company ours;
  // Made later, with other numbers: no id of theirs means anything with us.
  Company theirs;

  std::future<Answer> Send(const Method& method, const std::string& bytes, const client::Metadata& metadata) {
    return testing::Send(system.channels().For(method), method, bytes, metadata);
  }
};

// Made at first use.
Premises& SharedPremises();

}  // namespace voronka::testing
