#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace voronka::demo {

using Lines = std::span<const std::string_view>;

// What the deals of a pipeline are about.
struct Trade {
  std::string_view solution;
  std::string_view pipeline;
  Lines deals;
  // In rubles. 0: there is no price.
  int64_t cheapest = 0;
  int64_t dearest = 0;
  // How many of a hundred clients speak for a company.
  int companies = 0;
};

// Of a pipeline that nobody has words for: something general.
const Trade& TradeOf(std::string_view solution, std::string_view pipeline);

// What clients write by the forms of the site.
Lines InquiriesTo(std::string_view solution);

}  // namespace voronka::demo
