#pragma once

#include <cstddef>
#include <string_view>

namespace voronka::rpc {

// Of valid UTF-8, which proto3 strings are.
size_t CodePoints(std::string_view text);

// NUL and other control characters, which no text needs; line breaks and tabs only where it may have several lines.
bool HasForbiddenCharacters(std::string_view text, bool multiline);

// A code of ISO 4217 that is in use now.
bool IsCurrency(std::string_view code);

}  // namespace voronka::rpc
