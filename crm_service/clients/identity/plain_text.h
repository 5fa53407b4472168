#pragma once

#include <string>

namespace voronka::crm {

// What was typed, without what nobody sees: no invisible characters and no blanks around it; blanks, dashes, digits and
// signs of other kinds are turned into their ASCII equivalents, and a letter with its mark into one character. Phones
// and addresses are copied from pages and letters, which add such things. `text` must be valid UTF-8.
std::string PlainText(const std::string& text);

}  // namespace voronka::crm
