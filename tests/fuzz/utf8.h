#pragma once

#include <string_view>

namespace voronka::fuzz {

// As the strings of every request are, for protobuf has parsed them.
bool IsUtf8(std::string_view text);

// Control characters, those above U+007F too, steer terminals and split lines.
bool HasControlCharacter(std::string_view text);

}  // namespace voronka::fuzz
