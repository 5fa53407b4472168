#include "demo/day/days.h"

#include <map>

namespace voronka::demo {

const std::vector<DayScene>& DayOf(std::string_view solution) {
  static const std::map<std::string_view, std::vector<DayScene>> days{
      {"dealers", DayOfDealers()}, {"osiris", DayOfOsiris()},   {"school", DayOfSchool()},
      {"small", DayOfSmall()},     {"trade_b24", DayOfTrade()}, {"wholesale", DayOfWholesale()}};
  return days.at(solution);
}

}  // namespace voronka::demo
