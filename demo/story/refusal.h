#pragma once

#include <string>
#include <string_view>

#include "client/call_failed.h"
#include "demo/story/expectation.h"

namespace voronka::demo {

// The refusal of a call that breaks a rule. Throws StepFailed if the call succeeds or is refused for another reason.
template <class Call>
client::CallFailed Refused(Call call, std::string_view reason, Text expected, const std::string& look_at) {
  try {
    call();
  } catch (const client::CallFailed& refusal) {
    Expect(refusal.code() == grpc::StatusCode::FAILED_PRECONDITION && refusal.reason() == reason, expected,
           refusal.what(), look_at);
    return refusal;
  }
  throw StepFailed(expected, "OK", look_at);
}

}  // namespace voronka::demo
