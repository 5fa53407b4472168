#pragma once

#include <string>

namespace voronka::crm {

// Extract the phones or emails of a field. People and programs add more than belongs there: `tel:+7916…`, invisible
// marks around a copied number, `Пётр <petr@mail.test>`, a full stop after an address. The result is what an inquiry's
// field may hold: of several addresses as many as fit, with commas. When there is no phone or email, the text as it is.
std::string WrittenPhone(const std::string& text);
std::string WrittenEmail(const std::string& text);

// The same for accounts in messengers, as a contact holds them. `target`: of the field (IsOfMessenger).
std::string WrittenMessenger(const std::string& target, const std::string& text);

}  // namespace voronka::crm
