#include "crm_service/search/words/keyboard_layout.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace voronka::crm {
namespace {

struct Key {
  char small;
  char capital;
  std::string_view russian;
};

constexpr std::array kKeys = {
    Key{'q', 'Q', "й"}, Key{'w', 'W', "ц"}, Key{'e', 'E', "у"},  Key{'r', 'R', "к"}, Key{'t', 'T', "е"},
    Key{'y', 'Y', "н"}, Key{'u', 'U', "г"}, Key{'i', 'I', "ш"},  Key{'o', 'O', "щ"}, Key{'p', 'P', "з"},
    Key{'[', '{', "х"}, Key{']', '}', "ъ"}, Key{'a', 'A', "ф"},  Key{'s', 'S', "ы"}, Key{'d', 'D', "в"},
    Key{'f', 'F', "а"}, Key{'g', 'G', "п"}, Key{'h', 'H', "р"},  Key{'j', 'J', "о"}, Key{'k', 'K', "л"},
    Key{'l', 'L', "д"}, Key{';', ':', "ж"}, Key{'\'', '"', "э"}, Key{'z', 'Z', "я"}, Key{'x', 'X', "ч"},
    Key{'c', 'C', "с"}, Key{'v', 'V', "м"}, Key{'b', 'B', "и"},  Key{'n', 'N', "т"}, Key{'m', 'M', "ь"},
    Key{',', '<', "б"}, Key{'.', '>', "ю"}, Key{'`', '~', "ё"}};

bool IsAsciiLetter(char character) {
  return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
}

}  // namespace

std::string InRussianLayout(const std::string& latin) {
  std::string russian;
  for (const char character : latin) {
    const auto key = std::ranges::find_if(
        kKeys, [character](const Key& each) { return each.small == character || each.capital == character; });
    if (key == kKeys.end()) {
      russian += character;
    } else {
      russian += key->russian;
    }
  }
  return russian;
}

bool IsLatin(const std::string& text) {
  constexpr unsigned char kEndOfAscii = 0x80;
  return std::ranges::all_of(text, [](char each) { return static_cast<unsigned char>(each) < kEndOfAscii; }) &&
         std::ranges::any_of(text, IsAsciiLetter);
}

}  // namespace voronka::crm
