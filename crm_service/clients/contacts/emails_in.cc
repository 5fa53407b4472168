#include "crm_service/clients/contacts/emails_in.h"

#include <unicode/idna.h>
#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cctype>
#include <memory>
#include <optional>
#include <string_view>

#include "crm_service/clients/contacts/plain_text.h"

namespace voronka::crm {
namespace {

using icu::UnicodeString;

// What stands around an address, and in no address that people use.
constexpr std::string_view kAround = " ,;<>()[]\":'";

std::string Utf8(const UnicodeString& text) {
  std::string bytes;
  text.toUTF8String(bytes);
  return bytes;
}

UnicodeString LowerCase(const UnicodeString& text) {
  const auto lower = UnicodeString(text).toLower(icu::Locale::getRoot());
  UErrorCode status = U_ZERO_ERROR;
  const auto* form = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status) != 0) return lower;
  auto composed = form->normalize(lower, status);
  return U_FAILURE(status) != 0 ? lower : composed;
}

// Nothing for a domain that breaks the rules of such names.
std::optional<UnicodeString> Decoded(const UnicodeString& domain) {
  UErrorCode status = U_ZERO_ERROR;
  static const std::unique_ptr<const icu::IDNA> names(
      icu::IDNA::createUTS46Instance(UIDNA_NONTRANSITIONAL_TO_ASCII | UIDNA_NONTRANSITIONAL_TO_UNICODE, status));
  if (!names) return std::nullopt;
  UnicodeString letters;
  icu::IDNAInfo info;
  names->nameToUnicode(domain, letters, info, status);
  return U_FAILURE(status) != 0 || info.hasErrors() ? std::nullopt : std::optional(letters);
}

// In the letters of its language, unless they would be read as another domain.
UnicodeString InOwnLetters(const UnicodeString& domain) {
  const auto letters = Decoded(domain);
  if (!letters || PlainText(Utf8(*letters)) != Utf8(*letters) || Decoded(*letters) != letters) return domain;
  return *letters;
}

bool MayBeInDomain(UChar32 c) {
  return u_isalnum(c) != 0 || (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0 || c == '-' || c == '_' || c == '.' || c == U'・';
}

bool IsDomain(const UnicodeString& domain) {
  for (int32_t at = 0; at < domain.length(); at = domain.moveIndex32(at, 1)) {
    if (!MayBeInDomain(domain.char32At(at))) return false;
  }
  const bool has_empty_label = domain.startsWith(".") || domain.endsWith(".") || domain.indexOf("..") >= 0;
  return domain.indexOf('.') > 0 && !has_empty_label;
}

std::optional<std::string> Normalised(std::string_view word) {
  const size_t at = word.find('@');
  if (at == 0 || at == std::string_view::npos || word.find('@', at + 1) != std::string_view::npos) return std::nullopt;
  const auto local = LowerCase(UnicodeString::fromUTF8(std::string(word.substr(0, at))));
  const auto domain = InOwnLetters(LowerCase(UnicodeString::fromUTF8(std::string(word.substr(at + 1)))));
  if (!IsDomain(domain)) return std::nullopt;
  return Utf8(local) + "@" + Utf8(domain);
}

// `petr ivanov@mail.test` may be one address with a stray blank, and the part after the blank somebody else's address.
bool MayBeginEarlier(std::string_view before) {
  const size_t last = before.find_last_not_of(' ');
  if (!before.ends_with(' ') || last == std::string_view::npos) return false;
  const auto c = static_cast<unsigned char>(before[last]);
  return c < 0x80 && (std::isalnum(c) != 0 || std::string_view("._-+").find(before[last]) != std::string_view::npos);
}

bool EndsWithMailto(std::string_view before) {
  constexpr std::string_view kScheme = "mailto:";
  if (before.size() < kScheme.size()) return false;
  return std::ranges::equal(before.substr(before.size() - kScheme.size()), kScheme,
                            [](unsigned char a, char b) { return std::tolower(a) == b; });
}

std::string_view WithoutFullStops(std::string_view word) { return word.substr(0, word.find_last_not_of(".!") + 1); }

// The address without the questions that a link may add to it. Only in a link do they not belong to the address.
std::string_view AddressOf(std::string_view before, std::string_view word) {
  if (EndsWithMailto(before)) word = word.substr(0, word.find('?'));
  return WithoutFullStops(word);
}

}  // namespace

std::vector<std::string> EmailsIn(const std::string& text) {
  const auto plain = PlainText(text);
  std::vector<std::string> found;
  for (size_t begin = 0, end = 0; begin < plain.size(); begin = end + 1) {
    end = std::min(plain.find_first_of(kAround, begin), plain.size());
    const auto before = std::string_view(plain).substr(0, begin);
    const auto address = Normalised(AddressOf(before, std::string_view(plain).substr(begin, end - begin)));
    if (!address || MayBeginEarlier(before) || std::ranges::find(found, *address) != found.end()) continue;
    found.push_back(*address);
  }
  return found;
}

}  // namespace voronka::crm
