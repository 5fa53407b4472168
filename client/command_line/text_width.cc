#include "client/command_line/text_width.h"

#include <algorithm>
#include <clocale>
#include <cwchar>
#include <system_error>

namespace voronka::command_line {
namespace {

constexpr std::string_view kReplacement = "\uFFFD";

// Makes the C library's functions use UTF-8 on this thread while it lives.
class Utf8Locale {
 public:
  Utf8Locale() : utf8_(newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr)) {
    if (utf8_ == nullptr) throw std::system_error(errno, std::generic_category(), "the locale C.UTF-8");
    before_ = uselocale(utf8_);
  }
  ~Utf8Locale() {
    uselocale(before_);
    freelocale(utf8_);
  }
  Utf8Locale(const Utf8Locale&) = delete;
  Utf8Locale& operator=(const Utf8Locale&) = delete;

 private:
  const locale_t utf8_;
  locale_t before_;
};

// The C library also decodes values that are not Unicode characters.
bool IsInUnicode(wchar_t character) { return character <= 0x10ffff && !(character >= 0xd800 && character < 0xe000); }

// Removes one character from the text and returns it. A byte that starts no character counts as one and is returned as
// -1.
wint_t TakeCharacter(std::string_view& text) {
  wchar_t character = 0;
  mbstate_t state = {};
  const size_t length = mbrtowc(&character, text.data(), text.size(), &state);
  const bool valid = length <= text.size() && IsInUnicode(character);
  // The length of NUL is reported as 0.
  text.remove_prefix(valid ? std::max<size_t>(length, 1) : 1);
  return valid ? static_cast<wint_t>(character) : WEOF;
}

bool IsHarmless(wint_t character) {
  if (character == WEOF || character < 0x20) return character == L'\n';
  return character != 0x7f && !(character >= 0x80 && character < 0xa0);
}

}  // namespace

size_t DisplayWidth(std::string_view text) {
  const Utf8Locale utf8;
  size_t width = 0;
  while (!text.empty()) {
    const int columns = wcwidth(static_cast<wchar_t>(TakeCharacter(text)));
    width += static_cast<size_t>(std::max(columns, 0));
  }
  return width;
}

std::string Padded(std::string_view text, size_t width) {
  const size_t taken = DisplayWidth(text);
  return std::string(text) + std::string(width > taken ? width - taken : 0, ' ');
}

bool IsUtf8(std::string_view text) {
  const Utf8Locale utf8;
  while (!text.empty()) {
    if (TakeCharacter(text) == WEOF) return false;
  }
  return true;
}

std::string Harmless(std::string_view text) {
  const Utf8Locale utf8;
  std::string harmless;
  while (!text.empty()) {
    const std::string_view before = text;
    const wint_t character = TakeCharacter(text);
    harmless += IsHarmless(character) ? before.substr(0, before.size() - text.size()) : kReplacement;
  }
  return harmless;
}

}  // namespace voronka::command_line
