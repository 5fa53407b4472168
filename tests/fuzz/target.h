#pragma once

#include <string>
#include <string_view>

namespace voronka::fuzz {

// Defined by each target: the property that holds for every input. An exception that leaves it is a failure.
void Check(const std::string& input);

// Ends the program if the property does not hold, which reports the input.
void Require(bool holds, std::string_view property);

}  // namespace voronka::fuzz
