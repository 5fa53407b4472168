#pragma once

#include <string_view>
#include <vector>

#include "demo/day/day.h"

namespace voronka::demo {

// What the rules of the solution tell, scene by scene. Throws std::out_of_range for an unknown solution.
const std::vector<DayScene>& DayOf(std::string_view solution);

// dealers_day.cc …
std::vector<DayScene> DayOfDealers();
std::vector<DayScene> DayOfOsiris();
std::vector<DayScene> DayOfSchool();
std::vector<DayScene> DayOfSmall();
std::vector<DayScene> DayOfTrade();
std::vector<DayScene> DayOfWholesale();

}  // namespace voronka::demo
