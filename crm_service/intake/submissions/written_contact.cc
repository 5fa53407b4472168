#include "crm_service/intake/submissions/written_contact.h"

#include <phonenumbers/phonenumbermatch.h>
#include <phonenumbers/phonenumbermatcher.h>
#include <phonenumbers/phonenumberutil.h>

#include <algorithm>
#include <cctype>
#include <optional>
#include <string_view>

#include "crm_service/clients/contacts/contact_point.h"
#include "crm_service/clients/contacts/plain_text.h"
#include "crm_service/intake/submissions/inquiry_field.h"

namespace voronka::crm {
namespace {

// In bytes. Somebody who means one number does not write more.
constexpr size_t kMaxPhoneBytes = 500;

// The first number within a text.
std::optional<std::string> NumberWithin(const std::string& text) {
  using i18n::phonenumbers::PhoneNumberMatch;
  using i18n::phonenumbers::PhoneNumberMatcher;
  using i18n::phonenumbers::PhoneNumberUtil;
  PhoneNumberMatcher matcher(text, "RU");
  PhoneNumberMatch match;
  if (!matcher.Next(&match)) return std::nullopt;
  std::string number;
  PhoneNumberUtil::GetInstance()->Format(match.number(), PhoneNumberUtil::E164, &number);
  return number;
}

// Removes a word from the front, up to a character that cannot be in an address, and returns it. Drops the part of a
// `mailto:` address after the question mark.
std::string TakeWord(std::string_view& text) {
  constexpr std::string_view kDelimiters = " ,;<>()[]\":";
  auto word = text.substr(0, text.find_first_of(kDelimiters));
  text.remove_prefix(std::min(text.size(), word.size() + 1));
  word = word.substr(0, word.find('?', std::min(word.size(), word.find('@'))));
  return std::string(word.substr(0, word.find_last_not_of('.') + 1));
}

// `petr ivanov@mail.test` may be one address with a stray blank, and the part after the blank somebody else's address.
bool MayContinue(std::string_view before) {
  const size_t last = before.find_last_not_of(' ');
  if (!before.ends_with(' ') || last == std::string_view::npos) return false;
  const auto c = static_cast<unsigned char>(before[last]);
  return c < 0x80 && (std::isalnum(c) != 0 || std::string_view("._-+").find(before[last]) != std::string_view::npos);
}

}  // namespace

std::string WrittenPhone(const std::string& text) {
  if (text.size() > kMaxPhoneBytes) return text;
  const std::string plain = PlainText(text);
  const bool fits = InquiryField("phone").Allows(plain);
  if (fits && PhonePoint(plain)) return plain;
  return NumberWithin(plain).value_or(fits ? plain : text);
}

std::string WrittenEmail(const std::string& text) {
  const std::string plain = PlainText(text);
  for (std::string_view rest = plain; !rest.empty();) {
    const auto before = std::string_view(plain).substr(0, plain.size() - rest.size());
    const std::string word = TakeWord(rest);
    if (InquiryField("email").Allows(word) && !MayContinue(before)) return word;
  }
  return text;
}

}  // namespace voronka::crm
