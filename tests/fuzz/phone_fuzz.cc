#include <algorithm>

#include "crm_service/clients/contacts/contact_point.h"
#include "tests/fuzz/target.h"

namespace voronka::fuzz {
namespace {

bool IsE164(std::string_view phone) {
  // Not 15, because Germany has numbers that are longer than the standard allows.
  constexpr size_t kMostDigits = 20;
  if (!phone.starts_with('+')) return false;
  phone.remove_prefix(1);
  return !phone.empty() && phone.size() <= kMostDigits &&
         std::ranges::all_of(phone, [](char letter) { return letter >= '0' && letter <= '9'; });
}

}  // namespace

void Check(const std::string& input) {
  const auto point = crm::PhonePoint(input);
  if (!point) return;
  Require(point->kind == crm::ContactPoint::kPhone && IsE164(point->value), "a phone is kept as E.164");
  Require(crm::PhonePoint(point->value) == point, "a phone that is kept is found by what is kept");
}

}  // namespace voronka::fuzz
