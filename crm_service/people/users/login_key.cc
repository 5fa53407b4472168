#include "crm_service/people/users/login_key.h"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <stdexcept>

#include "foundation/rpc/requests/composed.h"

namespace voronka::crm {

namespace {

void RequireSuccess(UErrorCode status) {
  if (U_FAILURE(status) != 0) throw std::runtime_error(u_errorName(status));
}

icu::UnicodeString Decomposed(const std::string& text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* form = icu::Normalizer2::getNFDInstance(status);
  RequireSuccess(status);
  icu::UnicodeString decomposed = form->normalize(icu::UnicodeString::fromUTF8(text), status);
  RequireSuccess(status);
  return decomposed;
}

// Those that no login may hold, and that keyboards of phones add.
std::string WithoutBlanksAround(const std::string& text) {
  constexpr const char* kBlanks = " \t\r\n\f\v";
  const size_t begin = text.find_first_not_of(kBlanks);
  if (begin == std::string::npos) return "";
  return text.substr(begin, text.find_last_not_of(kBlanks) - begin + 1);
}

}  // namespace

std::string LoginKey(const std::string& login) {
  // Folded while it is decomposed, as Unicode wants it (D145): folding a composed letter may take it apart.
  std::string folded;
  Decomposed(WithoutBlanksAround(login)).foldCase().toUTF8String(folded);
  return rpc::Composed(folded);
}

}  // namespace voronka::crm
