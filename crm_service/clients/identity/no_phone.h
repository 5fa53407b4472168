#pragma once

#include <string_view>

namespace voronka::crm {

// What stands beside digits in a text.
struct Surroundings {
  std::string_view before;
  std::string_view after;
};

// Whether a run of digits, blanks and signs is something else than a phone, though it might be read as one: a date, the
// number of a bank card, of a taxpayer or of a passport (`ИНН 7701234567`).
bool IsNoPhone(std::string_view run, const Surroundings& surroundings);

// The same for a run that cannot be read as a number: a price, the number of an order.
bool IsNoTypedPhone(std::string_view run, const Surroundings& surroundings);

}  // namespace voronka::crm
