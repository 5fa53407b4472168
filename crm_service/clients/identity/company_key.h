#pragma once

#include <string>

namespace voronka::crm {

// By which a company is found, however its name is written: «ООО «Ромашка»», `Ромашка, ООО` and `ромашка` have the
// same. Letters and digits in lower case with single blanks, at most 100 characters.
std::string CompanyKey(const std::string& name);

}  // namespace voronka::crm
