#include "crm_service/clients/identity/contact_point.h"
#include "crm_service/clients/identity/emails_in.h"
#include "foundation/rpc/requests/text_checks.h"
#include "tests/fuzz/target.h"
#include "tests/fuzz/utf8.h"

namespace voronka::fuzz {

void Check(const std::string& input) {
  if (!IsUtf8(input)) return;
  for (const auto& email : crm::EmailsIn(input)) {
    Require(IsUtf8(email), "an address is text");
    Require(email.find_first_of(" ,;<>") == std::string::npos, "an address has nothing around it");
    Require(crm::EmailsIn(email) == std::vector{email}, "an address that is kept is found by what is kept");
  }
  const auto point = crm::EmailPoint(input);
  Require(!point || rpc::CodePoints(point->value) <= 254, "an address fits its column");
}

}  // namespace voronka::fuzz
