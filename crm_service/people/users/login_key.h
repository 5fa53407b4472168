#pragma once

#include <string>

namespace voronka::crm {

// The form of a login that is compared: composed (NFC) and case-folded, so that «Анна@Дом.рф» and «анна@дом.рф» are the
// same. It has at most three times as many characters. `login` is valid UTF-8.
std::string LoginKey(const std::string& login);

}  // namespace voronka::crm
