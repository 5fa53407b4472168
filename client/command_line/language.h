#pragma once

#include <string>

namespace voronka::command_line {

// `ru` or `en`, if the locale of the environment (LC_ALL, LC_MESSAGES, LANG) is in one of these languages; else empty.
std::string LanguageOfEnvironment();

}  // namespace voronka::command_line
