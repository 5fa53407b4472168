#include "foundation/events/stream_cursor.h"
#include "foundation/rpc/requests/error.h"
#include "foundation/security/base64url.h"
#include "tests/fuzz/target.h"

namespace voronka::fuzz {
namespace {

std::optional<options::v1::StreamPosition> PositionOf(const std::string& cursor) {
  try {
    return events::DecodeCursor(cursor);
  } catch (const rpc::Error& error) {
    Require(error.reason() == "BAD_CURSOR", "a cursor that is refused is told to be bad");
    return std::nullopt;
  }
}

void CheckCursor(const std::string& cursor) {
  const auto position = PositionOf(cursor);
  if (!position) return;
  Require(!position->history().empty() && position->offset() >= 0, "a position is one in a log");
  const auto again = PositionOf(events::EncodeCursor(*position));
  Require(again && again->SerializeAsString() == position->SerializeAsString(), "a cursor is read as it was given");
}

}  // namespace

void Check(const std::string& input) {
  CheckCursor(input);
  CheckCursor(security::EncodeBase64Url(input));
}

}  // namespace voronka::fuzz
