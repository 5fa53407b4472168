#pragma once

#include <unicode/unistr.h>

#include <string>

namespace voronka::rpc {

// The text with each letter in one piece where Unicode has one (NFC): some keyboards send «й» as «и» and a breve.
icu::UnicodeString ComposedForm(const icu::UnicodeString& text);
// `text` is valid UTF-8.
std::string Composed(const std::string& text);

}  // namespace voronka::rpc
