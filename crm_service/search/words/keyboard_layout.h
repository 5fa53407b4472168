#pragma once

#include <string>

namespace voronka::crm {

// What the keys that were pressed for a Latin text say in the Russian layout: `bdfyjd` is «иванов». Pure.
std::string InRussianLayout(const std::string& latin);

// Whether it consists of ASCII characters, with a letter among them.
bool IsLatin(const std::string& text);

}  // namespace voronka::crm
