#pragma once

#include <cstddef>
#include <string_view>

namespace voronka::rpc {

// `text` must be valid UTF-8, as proto3 strings are.
size_t CodePoints(std::string_view text);

// NUL and other control characters, which no text needs. Line breaks and tabs are allowed only in multiline text.
bool HasForbiddenCharacters(std::string_view text, bool multiline);

// Whether it is a code of ISO 4217 that is in use now.
bool IsCurrency(std::string_view code);

}  // namespace voronka::rpc
