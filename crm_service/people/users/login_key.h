#pragma once

#include <string>

namespace voronka::crm {

// The form of a login that is compared: composed (NFC), case-folded and without blanks around it, so that «Анна@Дом.рф»
// and «анна@дом.рф » are the same. Two logins are the same if their keys are equal byte by byte, in the table `logins`
// as in the limits on failed logins. A key has at most three times as many characters. `login` is valid UTF-8.
std::string LoginKey(const std::string& login);

}  // namespace voronka::crm
