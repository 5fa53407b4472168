#pragma once

#include <string>
#include <string_view>

namespace voronka::notifier {

// Somebody's words for use inside a sentence, so that they cannot turn the rest of it round: without characters that
// control the direction of text (like U+202E), and between FSI and PDI if they have right-to-left letters. Of valid
// UTF-8.
std::string Isolated(std::string_view words);

}  // namespace voronka::notifier
