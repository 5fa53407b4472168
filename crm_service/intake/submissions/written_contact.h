#pragma once

#include <string>

namespace voronka::crm {

// People and their programs write more into a field than belongs there: `tel:+7916…`, invisible marks around a number
// that was copied, two numbers, `Пётр <petr@mail.test>`, a full stop behind an address. Each gives the one that is in
// it, as a field of an inquiry holds it, or the text as it is where there is none.
std::string WrittenPhone(const std::string& text);
std::string WrittenEmail(const std::string& text);

}  // namespace voronka::crm
