#include "foundation/security/base64url.h"
#include "tests/fuzz/target.h"

namespace voronka::fuzz {
namespace {

void CheckSpelling(const std::string& text) {
  try {
    Require(security::EncodeBase64Url(security::DecodeBase64Url(text)) == text, "bytes have one spelling");
  } catch (const security::InvalidBase64&) {
    return;
  }
}

}  // namespace

void Check(const std::string& input) {
  CheckSpelling(input);
  Require(security::DecodeBase64Url(security::EncodeBase64Url(input)) == input, "any bytes come back");
}

}  // namespace voronka::fuzz
