#pragma once

#include <string>
#include <vector>

namespace voronka::crm {

// The addresses in a text of one field, each once and normalised: `Пётр <petr@mail.test>,
// mailto:anna@mail.test?subject=a` has two. Normalised means in lower case, letters with their marks as one character,
// and the domain in the letters of its language instead of `xn--`. An address whose beginning is not clear (`petr
// ivanov@mail.test`) is none. A normalised address may be longer than what was written: `İ` becomes two characters.
std::vector<std::string> EmailsIn(const std::string& text);

}  // namespace voronka::crm
