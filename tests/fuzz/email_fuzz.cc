#include "crm_service/clients/contacts/contact_point.h"
#include "foundation/rpc/requests/text_checks.h"
#include "tests/fuzz/target.h"
#include "tests/fuzz/utf8.h"

namespace voronka::fuzz {

void Check(const std::string& input) {
  if (!IsUtf8(input)) return;
  const auto point = crm::EmailPoint(input);
  if (!point) return;
  Require(IsUtf8(point->value), "an address is text");
  Require(rpc::CodePoints(point->value) <= 254, "an address fits its column");
  Require(crm::EmailPoint(point->value) == point, "an address that is kept is found by what is kept");
}

}  // namespace voronka::fuzz
