#include "crm_service/users/login_key.h"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <stdexcept>

namespace voronka::crm {

std::string LoginKey(const std::string& login) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* composition = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status) != 0) throw std::runtime_error(u_errorName(status));
  icu::UnicodeString text = composition->normalize(icu::UnicodeString::fromUTF8(login), status);
  if (U_FAILURE(status) != 0) throw std::runtime_error(u_errorName(status));
  std::string key;
  text.foldCase().toUTF8String(key);
  return key;
}

}  // namespace voronka::crm
