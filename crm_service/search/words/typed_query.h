#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace voronka::crm {

// One word of what was typed, which must be found.
struct Term {
  // One of these begins a word of what is found.
  std::vector<std::string> beginnings;
  // The number that a deal may have instead. 0: none.
  int64_t number = 0;

  bool operator==(const Term&) const = default;
};

using Reading = std::vector<Term>;

// What somebody may have meant, the likeliest first: digits that belong together, as of a phone, may be typed with
// blanks, and Russian words with a Latin keyboard. At most 8 terms each. Nothing if there is no word in it. Pure.
std::vector<Reading> Readings(const std::string& query);

}  // namespace voronka::crm
