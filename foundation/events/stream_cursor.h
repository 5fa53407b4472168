#pragma once

#include <optional>
#include <string>

#include "voronka/options/v1/stream_position.pb.h"

namespace voronka::events {

std::string EncodeCursor(const options::v1::StreamPosition& position);

// Nothing for the empty cursor. Throws INVALID_ARGUMENT (BAD_CURSOR) for a text that EncodeCursor did not return.
std::optional<options::v1::StreamPosition> DecodeCursor(const std::string& cursor);

}  // namespace voronka::events
