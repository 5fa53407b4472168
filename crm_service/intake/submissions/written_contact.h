#pragma once

#include <string>

namespace voronka::crm {

// Extract a phone or an email from a field. People and programs add more than belongs there: `tel:+7916…`, invisible
// marks around a copied number, a second number, `Пётр <petr@mail.test>`, a full stop after an address. The result is
// what an inquiry's field may hold; when there is no phone or email, the text as it is.
std::string WrittenPhone(const std::string& text);
std::string WrittenEmail(const std::string& text);

}  // namespace voronka::crm
