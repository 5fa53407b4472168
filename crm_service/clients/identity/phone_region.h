#pragma once

#include <string>

namespace voronka::crm {

// Where a phone is, as far as its number tells, in the language `ru` or `en`: «г. Санкт-Петербург», of a foreign one at
// least the country. `phone` is one that has been read (IsReadPhone). Empty: it does not tell, as a Russian mobile does
// not.
std::string PhoneRegion(const std::string& phone, const std::string& locale);

}  // namespace voronka::crm
