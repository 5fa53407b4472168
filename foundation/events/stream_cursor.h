#pragma once

#include <optional>
#include <string>

#include "voronka/notifier/v1/stream_position.pb.h"

namespace voronka::notifier {

std::string EncodeCursor(const v1::StreamPosition& position);

// Nothing for the empty cursor. Throws INVALID_ARGUMENT (BAD_CURSOR) for what EncodeCursor has not given.
std::optional<v1::StreamPosition> DecodeCursor(const std::string& cursor);

}  // namespace voronka::notifier
