#pragma once

#include <cstddef>
#include <string_view>

namespace voronka::rpc {

// `text` must be valid UTF-8, as proto3 strings are.
size_t CodePoints(std::string_view text);

// NUL and other control characters, which no text needs. Line breaks and tabs are allowed only in multiline text.
bool HasForbiddenCharacters(std::string_view text, bool multiline);

// Nothing that anybody could see: no text at all, or only blanks and characters without a shape, such as a no-break
// space, a zero-width space or a Hangul filler. Who sends that has answered nothing.
bool IsBlank(std::string_view text);

// Whether every character of the text can be seen: no blanks, nothing without a shape, and nothing that only turns the
// direction of what follows.
bool IsAllShown(std::string_view text);

// Whether it is a code of ISO 4217 for money that people pay with now. It also has codes for metals (XAU), units of
// account (XDR), testing (XTS) and none at all (XXX).
bool IsCurrency(std::string_view code);

// Whether there is such a day. `text` has the form 2026-12-31.
bool IsDate(std::string_view text);

}  // namespace voronka::rpc
