#pragma once

#include <string>

namespace voronka::crm {

// Numbers as text (FORMAT_DECIMAL), compared and shortened exactly.

bool IsLess(const std::string& a, const std::string& b);

// Without a sign before 0 and without zeros that say nothing: `-00.50` is `-0.5`.
std::string Shortest(std::string number);

}  // namespace voronka::crm
