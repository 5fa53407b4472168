#pragma once

#include <string>
#include <string_view>

namespace voronka::command_line {

// Number of terminal columns that UTF-8 text takes up, whatever the locale.
size_t DisplayWidth(std::string_view text);

// Padded with spaces to the width.
std::string Padded(std::string_view text, size_t width);

bool IsUtf8(std::string_view text);

// Safe to print on a terminal: control characters other than line breaks are replaced.
std::string Harmless(std::string_view text);

}  // namespace voronka::command_line
