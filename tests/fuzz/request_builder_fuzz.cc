#include <sstream>

#include "client/command_line/request_builder.h"
#include "client/command_line/usage_error.h"
#include "sheet.pb.h"
#include "tests/fuzz/target.h"

namespace voronka::fuzz {
namespace {

using command_line::Here;
using command_line::RequestBuilder;
using command_line::UsageError;
using notes::v1::UpdateSheetRequest;

// Nothing is sent if the user made a mistake.
template <class Fill>
void CheckCanBeSent(const Fill& fill) {
  UpdateSheetRequest request;
  RequestBuilder builder(request, Here());
  try {
    fill(builder);
  } catch (const UsageError&) {
    return;
  }
  Require(UpdateSheetRequest().ParseFromString(request.SerializeAsString()), "a service can read what was typed");
}

// `field=value` on each line.
void SetEach(RequestBuilder& builder, const std::string& lines) {
  std::istringstream stream(lines);
  for (std::string line; std::getline(stream, line);) builder.Set(line);
  builder.FillUpdateMask();
}

}  // namespace

void Check(const std::string& input) {
  CheckCanBeSent([&](RequestBuilder& builder) { SetEach(builder, input); });
  CheckCanBeSent([&](RequestBuilder& builder) { builder.Merge(input); });
}

}  // namespace voronka::fuzz
