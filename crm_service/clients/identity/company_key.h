#pragma once

#include <string>

namespace voronka::crm {

// By which a company is found, however its name is written: «ООО «Ромашка»», `Ромашка, ООО`, «Общество с ограниченной
// ответственностью "Ромашка"» and `ромашка` have the same. Letters and digits in lower case with single blanks, at most
// 100 characters. What another release has stored is renewed (company_keys.h).
std::string CompanyKey(const std::string& name);

// Whether companies with this key have the same name: it says something, and nothing of it is cut off.
bool TellsCompaniesApart(const std::string& key);

}  // namespace voronka::crm
