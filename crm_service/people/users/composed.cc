#include "crm_service/people/users/composed.h"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <stdexcept>

namespace voronka::crm {

std::string Composed(const std::string& text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* form = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status) != 0) throw std::runtime_error(u_errorName(status));
  std::string composed;
  form->normalize(icu::UnicodeString::fromUTF8(text), status).toUTF8String(composed);
  if (U_FAILURE(status) != 0) throw std::runtime_error(u_errorName(status));
  return composed;
}

}  // namespace voronka::crm
