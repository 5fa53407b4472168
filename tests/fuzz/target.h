#pragma once

#include <string>
#include <string_view>

namespace voronka::fuzz {

// A target defines it: what must hold whatever bytes the input is made of. An exception that leaves it is a find.
void Check(const std::string& input);

// Ends the program, and so makes the input a find, unless the property holds.
void Require(bool holds, std::string_view property);

}  // namespace voronka::fuzz
