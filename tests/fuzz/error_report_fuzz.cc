#include "client/command_line/error_report.h"
#include "client/methods.h"
#include "client/repetition.h"
#include "tests/fuzz/target.h"
#include "tests/fuzz/utf8.h"
#include "voronka/crm/v1/deal.pb.h"

namespace voronka::fuzz {

// The input is the details of a call's status.
void Check(const std::string& input) {
  const grpc::Status status(grpc::StatusCode::RESOURCE_EXHAUSTED, "full", input);
  const client::CallFailed failure(client::MethodTaking(*crm::v1::MoveDealRequest::descriptor()), status);
  if (const auto pause = client::PauseBeforeRepeating(failure, 0)) {
    Require(pause->count() >= 0, "a pause is none in the past");
  }
  std::string report = command_line::ErrorReport(failure);
  std::erase(report, '\n');
  Require(IsUtf8(report) && !HasControlCharacter(report), "nothing in an error steers the terminal");
}

}  // namespace voronka::fuzz
