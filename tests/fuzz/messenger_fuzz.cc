#include <vector>

#include "crm_service/clients/identity/messenger.h"
#include "crm_service/clients/identity/messengers_in.h"
#include "tests/fuzz/target.h"
#include "tests/fuzz/utf8.h"

namespace voronka::fuzz {

void Check(const std::string& input) {
  if (!IsUtf8(input)) return;
  for (const auto& point : crm::MessengersIn(input)) {
    Require(crm::MessengersIn(point.value) == std::vector{point}, "an account is read again as it is stored");
  }
  const auto messenger = crm::MessengerPoint(input);
  if (!messenger) return;
  Require(messenger->kind == crm::ContactPoint::kMessenger, "a messenger is a messenger");
  Require(IsUtf8(messenger->value), "a messenger is text");
  Require(crm::MessengerPoint(messenger->value) == messenger, "a messenger stays as it is stored");
}

}  // namespace voronka::fuzz
