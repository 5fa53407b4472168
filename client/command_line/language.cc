#include "client/command_line/language.h"

#include <cstdlib>
#include <string_view>

namespace voronka::command_line {
namespace {

// As POSIX has it: the first that is set to something decides.
std::string_view LocaleOfEnvironment() {
  for (const char* variable : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* locale = std::getenv(variable);
    if (locale != nullptr && *locale != '\0') return locale;
  }
  return "";
}

}  // namespace

std::string LanguageOfEnvironment() {
  const std::string_view locale = LocaleOfEnvironment();
  // `ru_RU.UTF-8`, `ru`.
  const std::string_view language = locale.substr(0, locale.find_first_of("_.@"));
  return language == "ru" || language == "en" ? std::string(language) : "";
}

}  // namespace voronka::command_line
