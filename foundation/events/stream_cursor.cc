#include "foundation/events/stream_cursor.h"

#include "foundation/rpc/requests/error.h"
#include "foundation/security/base64url.h"

namespace voronka::events {
namespace {

options::v1::StreamPosition Parse(const std::string& cursor) {
  options::v1::StreamPosition position;
  try {
    if (position.ParseFromString(security::DecodeBase64Url(cursor))) return position;
  } catch (const security::InvalidBase64&) {
  }
  return {};
}

bool IsPosition(const options::v1::StreamPosition& position) {
  return !position.history().empty() && position.offset() >= 0;
}

}  // namespace

std::string EncodeCursor(const options::v1::StreamPosition& position) {
  return security::EncodeBase64Url(position.SerializeAsString());
}

std::optional<options::v1::StreamPosition> DecodeCursor(const std::string& cursor) {
  if (cursor.empty()) return std::nullopt;
  auto position = Parse(cursor);
  if (IsPosition(position)) return position;
  throw rpc::Error(
      rpc::Code::kInvalidArgument,
      {"BAD_CURSOR", "cursor", {"The cursor was not given by this stream.", "Этот cursor выдан не этим потоком."}});
}

}  // namespace voronka::events
