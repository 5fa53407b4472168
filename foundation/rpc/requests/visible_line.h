#pragma once

#include <string>

namespace voronka::rpc {

// The text on one line, with single blanks between words and none around them, without what nobody sees: soft hyphens,
// zero-width spaces, marks of direction, empty symbols. Joiners stay where they change what is seen: in emoji
// (👩‍👧), in Arabic and in Indian scripts. `text` must be valid UTF-8.
std::string VisibleLine(const std::string& text);

}  // namespace voronka::rpc
