#include <algorithm>

#include "gateway/dialects/percent_encoding.h"
#include "tests/fuzz/target.h"

namespace voronka::fuzz {

void Check(const std::string& input) {
  const std::string encoded = gateway::PercentEncoded(input);
  Require(std::ranges::all_of(encoded, [](char c) { return c >= ' ' && c <= '~'; }), "what is encoded is a header");
  Require(gateway::PercentDecoded(encoded) == input, "what is encoded is what it was");
  Require(gateway::PercentDecoded(input).size() <= input.size(), "what is decoded is no longer than it was");
}

}  // namespace voronka::fuzz
