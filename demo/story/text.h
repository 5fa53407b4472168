#pragma once

#include <string_view>

namespace voronka::demo {

enum class Language { kRussian, kEnglish };

// A line in both languages, with placeholders for its arguments in fmt syntax.
struct Text {
  std::string_view russian;
  std::string_view english;

  std::string_view In(Language language) const { return language == Language::kRussian ? russian : english; }
};

}  // namespace voronka::demo
