#include "crm_service/fields/numbers/decimal.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>

namespace voronka::crm {
namespace {

constexpr size_t kFractionDigits = 6;

// In millionths: 15 digits before the point and 6 after it take less than 128 bits.
__extension__ using Millionths = __int128;

Millionths Parsed(const std::string& number) {
  const bool negative = number.starts_with('-');
  const auto point = std::min(number.find('.'), number.size());
  const auto whole = number.substr(negative ? 1 : 0, point - (negative ? 1 : 0));
  auto fraction = point == number.size() ? "" : number.substr(point + 1);
  fraction.resize(kFractionDigits, '0');
  const auto value = static_cast<Millionths>(std::stoll(whole)) * 1'000'000 + std::stoll(fraction);
  return negative ? -value : value;
}

}  // namespace

bool IsLess(const std::string& a, const std::string& b) { return Parsed(a) < Parsed(b); }

std::string Shortest(std::string number) {
  const bool negative = number.starts_with('-');
  if (negative) number.erase(0, 1);
  if (number.find('.') != std::string::npos) {
    number.erase(number.find_last_not_of('0') + 1);
    if (number.ends_with('.')) number.pop_back();
  }
  number.erase(0, std::min(number.find_first_not_of('0'), number.size()));
  if (number.empty() || number.starts_with('.')) number.insert(number.begin(), '0');
  if (negative && number != "0") number.insert(number.begin(), '-');
  return number;
}

}  // namespace voronka::crm
