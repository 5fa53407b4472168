#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace voronka::notifier {

// The beginning of a text in one line, with an ellipsis where it goes on. Of valid UTF-8; `length` in code points.
std::string Excerpt(std::string_view text, size_t length);

}  // namespace voronka::notifier
