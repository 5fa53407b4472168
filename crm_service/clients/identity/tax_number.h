#pragma once

#include <string>

namespace voronka::crm {

// The letters and digits of a tax number, in upper case, without what people write around it: `ИНН 7701234567`,
// `7701234567 / 770101001` (with the КПП). Empty: there is none of at
// most 20 of them, 5 of which are digits.
std::string TaxNumber(const std::string& written);

}  // namespace voronka::crm
