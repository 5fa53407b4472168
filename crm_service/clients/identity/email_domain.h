#pragma once

#include <unicode/unistr.h>

#include <optional>

namespace voronka::crm {

// What a domain may be made of. Whether a domain of such characters is one, is another question.
bool MayBeInDomain(UChar32 c);

// A domain of addresses as it is stored: in lower case, in the letters of its language instead of `xn--`. Nothing for
// what nobody can receive mail at: without a dot, with an empty label or one that begins or ends with a hyphen, longer
// than names may be, an address of numbers, with an ending of one letter or of letters of two scripts (`ya.ruТел`).
std::optional<icu::UnicodeString> EmailDomain(const icu::UnicodeString& written);

// Lower case, with letters and their marks as one character.
icu::UnicodeString LowerCase(const icu::UnicodeString& text);

// Letters of the Latin and of the Cyrillic script together: two words without a blank between them.
bool MixesScripts(const icu::UnicodeString& text);

}  // namespace voronka::crm
