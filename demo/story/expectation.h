#pragma once

#include <google/protobuf/message.h>

#include <exception>
#include <string>
#include <utility>

#include "demo/story/text.h"

namespace voronka::demo {

// A step did not go as told.
struct StepFailed : std::exception {
  StepFailed(Text expected_, std::string seen_, std::string look_at_)
      : expected(expected_), seen(std::move(seen_)), look_at(std::move(look_at_)) {}

  const char* what() const noexcept override { return expected.english.data(); }

  Text expected;
  std::string seen;
  // A command that shows details.
  std::string look_at;
};

// A message on one line; Russian text is not escaped.
std::string OneLine(const google::protobuf::Message& message);

// Commands to run when something is wrong with a deal: what is on record, and why it went to whom.
std::string LookAtDeal(int64_t deal_id);
std::string LookAtOffers(int64_t deal_id);
std::string LookAtTask(int64_t task_id);

inline void Expect(bool holds, Text expected, std::string seen, std::string look_at) {
  if (!holds) throw StepFailed(expected, std::move(seen), std::move(look_at));
}

}  // namespace voronka::demo
