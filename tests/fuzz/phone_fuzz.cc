#include <algorithm>

#include "crm_service/clients/identity/contact_point.h"
#include "crm_service/clients/identity/phones_in.h"
#include "tests/fuzz/target.h"
#include "tests/fuzz/utf8.h"

namespace voronka::fuzz {

void Check(const std::string& input) {
  if (!IsUtf8(input)) return;
  const auto phones = crm::PhonesIn(input);
  for (const auto& phone : phones) {
    Require(std::ranges::count(phones, phone) == 1, "a phone is found once");
    Require(phone.kind != crm::ContactPoint::kEmail, "a phone is a phone");
    Require(IsUtf8(phone.value), "a phone is text");
    Require(crm::StoredPhone(phone.value) == phone, "a phone is of the same kind after it was stored");
    Require(crm::PhonesIn(phone.value) == std::vector{phone}, "a phone that is kept is found by what is kept");
  }
}

}  // namespace voronka::fuzz
