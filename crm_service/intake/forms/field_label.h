#pragma once

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace voronka::crm {

// The words of a field's name or of an answer, however they are written: `Your Name*`, `your-name`, `YOUR_NAME` and
// `yourName` are «your», «name». In lower case, `ё` as `е`, without any other signs.
std::vector<std::string> LabelWords(const std::string& text);

// For comparing names of fields: the words without blanks, `e-mail` as `email`. A text of signs alone, such as «📞»,
// is its own label.
std::string LabelOf(const std::string& text);

std::string Joined(const std::vector<std::string>& words);

template <size_t N>
bool IsAmong(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

}  // namespace voronka::crm
