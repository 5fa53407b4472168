#pragma once

#include <string_view>

namespace voronka::fuzz {

// True for the strings of every request, because protobuf has parsed them.
bool IsUtf8(std::string_view text);

// Control characters, including those above U+007F, control terminals and break lines.
bool HasControlCharacter(std::string_view text);

}  // namespace voronka::fuzz
