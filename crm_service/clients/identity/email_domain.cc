#include "crm_service/clients/identity/email_domain.h"

#include <unicode/idna.h>
#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <memory>
#include <string>

#include "crm_service/clients/identity/plain_text.h"
#include "foundation/rpc/requests/composed.h"

namespace voronka::crm {
namespace {

using icu::UnicodeString;

constexpr uint32_t kTooLong = UIDNA_ERROR_EMPTY_LABEL | UIDNA_ERROR_LABEL_TOO_LONG | UIDNA_ERROR_DOMAIN_NAME_TOO_LONG;

std::string Utf8(const UnicodeString& text) {
  std::string bytes;
  text.toUTF8String(bytes);
  return bytes;
}

// Null only if ICU lacks its data.
const icu::IDNA* DomainNames() {
  UErrorCode status = U_ZERO_ERROR;
  static const std::unique_ptr<const icu::IDNA> names(
      icu::IDNA::createUTS46Instance(UIDNA_NONTRANSITIONAL_TO_ASCII | UIDNA_NONTRANSITIONAL_TO_UNICODE, status));
  return names.get();
}

// Nothing for a domain that breaks the rules of such names.
std::optional<UnicodeString> Decoded(const UnicodeString& domain) {
  if (DomainNames() == nullptr) return std::nullopt;
  UErrorCode status = U_ZERO_ERROR;
  UnicodeString letters;
  icu::IDNAInfo info;
  DomainNames()->nameToUnicode(domain, letters, info, status);
  return U_FAILURE(status) != 0 || info.hasErrors() ? std::nullopt : std::optional(letters);
}

// In the letters of its language, unless they would be read as another domain.
UnicodeString InOwnLetters(const UnicodeString& domain) {
  const auto letters = Decoded(domain);
  if (!letters || PlainText(Utf8(*letters)) != Utf8(*letters) || Decoded(*letters) != letters) return domain;
  return *letters;
}

// As it is looked up, in ASCII.
bool IsTooLong(const UnicodeString& domain) {
  if (DomainNames() == nullptr) return false;
  UErrorCode status = U_ZERO_ERROR;
  UnicodeString ascii;
  icu::IDNAInfo info;
  DomainNames()->nameToASCII(domain, ascii, info, status);
  return (info.getErrors() & kTooLong) != 0;
}

bool IsNumber(const UnicodeString& label) {
  for (int32_t at = 0; at < label.length(); at = label.moveIndex32(at, 1)) {
    if (u_isdigit(label.char32At(at)) == 0) return false;
  }
  return true;
}

bool MayBeLast(const UnicodeString& label) {
  return label.countChar32() > 1 && !IsNumber(label) && !MixesScripts(label);
}

bool HasEmptyLabels(const UnicodeString& domain) {
  return domain.startsWith(".") || domain.endsWith(".") || domain.indexOf("..") >= 0;
}

bool HasHyphensAround(const UnicodeString& domain) {
  return domain.startsWith("-") || domain.endsWith("-") || domain.indexOf(".-") >= 0 || domain.indexOf("-.") >= 0;
}

bool IsDomain(const UnicodeString& domain) {
  for (int32_t at = 0; at < domain.length(); at = domain.moveIndex32(at, 1)) {
    if (!MayBeInDomain(domain.char32At(at))) return false;
  }
  const int32_t dot = domain.lastIndexOf(u'.');
  return dot > 0 && !HasEmptyLabels(domain) && !HasHyphensAround(domain) && MayBeLast(domain.tempSubString(dot + 1)) &&
         !IsTooLong(domain);
}

}  // namespace

bool MayBeInDomain(UChar32 c) {
  return u_isalnum(c) != 0 || (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0 || c == '-' || c == '_' || c == '.' || c == U'・';
}

std::optional<UnicodeString> EmailDomain(const UnicodeString& written) {
  auto domain = InOwnLetters(LowerCase(written));
  return IsDomain(domain) ? std::optional(std::move(domain)) : std::nullopt;
}

UnicodeString LowerCase(const UnicodeString& text) {
  return rpc::ComposedForm(UnicodeString(text).toLower(icu::Locale::getRoot()));
}

bool MixesScripts(const UnicodeString& text) {
  bool latin = false;
  bool cyrillic = false;
  for (int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1)) {
    UErrorCode status = U_ZERO_ERROR;
    const auto script = uscript_getScript(text.char32At(at), &status);
    latin |= script == USCRIPT_LATIN;
    cyrillic |= script == USCRIPT_CYRILLIC;
  }
  return latin && cyrillic;
}

}  // namespace voronka::crm
