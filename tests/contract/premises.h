#pragma once

#include <future>
#include <optional>
#include <string>

#include "tests/contract/company.h"
#include "tests/contract/edge_call.h"
#include "tests/contract/raw_call.h"
#include "tests/support/system.h"

namespace voronka::testing {

// What the tests of this program share: the system, and two companies in it that must not see each other. With
// VORONKA_THROUGH_EDGE=1, every call of a test goes through the gateway.
class Premises {
 public:
  Premises();

  System system;
  Company ours;
  // Created later and numbered differently: none of its ids is valid in our company.
  Company theirs;

  std::future<Answer> Send(const Method& method, const std::string& bytes, const client::Metadata& metadata) {
    if (edge_) return edge_->Send(method, bytes, metadata);
    return testing::Send(system.channels().For(method), method, bytes, metadata);
  }

 private:
  std::optional<EdgeCalls> edge_;
};

// Created on first use.
Premises& SharedPremises();

}  // namespace voronka::testing
