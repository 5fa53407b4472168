#pragma once

#include <google/protobuf/message.h>

#include "tests/system/alternating_client.h"
#include "tests/system/history/operation.h"

namespace voronka::testing {

// The result of a request that one client retried until it was answered, or for 90 s.
struct Attempts {
  Operation::Outcome outcome = Operation::Outcome::kUnknown;
  // Serialised; empty if it was not acknowledged.
  std::string answer = {};
  std::string reason = {};
  std::string failure = {};
  int count = 0;
};

// `prototype` has the answer's type.
Attempts RepeatUntilAnswered(AlternatingClient& client, const google::protobuf::Message& request,
                             const google::protobuf::Message& prototype);

}  // namespace voronka::testing
