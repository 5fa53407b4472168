#include "crm_service/clients/identity/plain_text.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace voronka::crm {
namespace {

UChar32 PlainCharacter(UChar32 c) {
  if (u_isUWhiteSpace(c) != 0) return ' ';
  if (u_hasBinaryProperty(c, UCHAR_DASH) != 0) return '-';
  return u_charDigitValue(c) >= 0 ? '0' + u_charDigitValue(c) : c;
}

icu::UnicodeString Composed(const icu::UnicodeString& text) {
  UErrorCode status = U_ZERO_ERROR;
  const auto* form = icu::Normalizer2::getNFKCInstance(status);
  if (U_FAILURE(status) != 0) return text;
  auto composed = form->normalize(text, status);
  return U_FAILURE(status) != 0 ? text : composed;
}

icu::UnicodeString Visible(const icu::UnicodeString& text) {
  icu::UnicodeString visible;
  for (int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1)) {
    const UChar32 c = text.char32At(at);
    if (u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) == 0) visible.append(c);
  }
  return visible;
}

}  // namespace

std::string PlainText(const std::string& text) {
  // An invisible character may stand between a letter and its mark.
  const auto composed = Composed(Visible(icu::UnicodeString::fromUTF8(text)));
  icu::UnicodeString plain;
  for (int32_t at = 0; at < composed.length(); at = composed.moveIndex32(at, 1)) {
    plain.append(PlainCharacter(composed.char32At(at)));
  }
  std::string bytes;
  plain.trim().toUTF8String(bytes);
  return bytes;
}

}  // namespace voronka::crm
