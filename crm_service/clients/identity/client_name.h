#pragma once

#include <string>

namespace voronka::crm {

// A client's name as a contact holds it, without what nobody sees. Empty for what names nobody: blanks, signs, dots and
// dashes, which people type where a form insists on a name.
std::string ClientName(const std::string& text);

}  // namespace voronka::crm
