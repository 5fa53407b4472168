#include "crm_service/people/users/login_key.h"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <stdexcept>

namespace voronka::crm {

namespace {

void RequireSuccess(UErrorCode status) {
  if (U_FAILURE(status) != 0) throw std::runtime_error(u_errorName(status));
}

using GetForm = const icu::Normalizer2* (*)(UErrorCode&);

icu::UnicodeString InForm(GetForm get_form, const icu::UnicodeString& text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* form = get_form(status);
  RequireSuccess(status);
  icu::UnicodeString normalized = form->normalize(text, status);
  RequireSuccess(status);
  return normalized;
}

}  // namespace

std::string LoginKey(const std::string& login) {
  // Folded while it is decomposed, as Unicode wants it (D145): folding a composed letter may take it apart.
  icu::UnicodeString text = InForm(icu::Normalizer2::getNFDInstance, icu::UnicodeString::fromUTF8(login));
  std::string key;
  InForm(icu::Normalizer2::getNFCInstance, text.foldCase()).toUTF8String(key);
  return key;
}

}  // namespace voronka::crm
