#include "foundation/rpc/requests/composed.h"

#include <unicode/normalizer2.h>

#include <stdexcept>

namespace voronka::rpc {

icu::UnicodeString ComposedForm(const icu::UnicodeString& text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* form = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status) != 0) throw std::runtime_error(u_errorName(status));
  icu::UnicodeString composed = form->normalize(text, status);
  if (U_FAILURE(status) != 0) throw std::runtime_error(u_errorName(status));
  return composed;
}

std::string Composed(const std::string& text) {
  std::string composed;
  ComposedForm(icu::UnicodeString::fromUTF8(text)).toUTF8String(composed);
  return composed;
}

}  // namespace voronka::rpc
