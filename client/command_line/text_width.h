#pragma once

#include <string>
#include <string_view>

namespace voronka::command_line {

// Columns of a terminal that UTF-8 text takes up, whatever the locale.
size_t DisplayWidth(std::string_view text);

// With spaces up to the width.
std::string Padded(std::string_view text, size_t width);

bool IsUtf8(std::string_view text);

// Without what would steer the terminal: control characters but line breaks are replaced.
std::string Harmless(std::string_view text);

}  // namespace voronka::command_line
