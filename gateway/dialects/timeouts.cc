#include "gateway/dialects/timeouts.h"

#include <algorithm>
#include <charconv>
#include <cstdint>

#include "gateway/dialects/refusals.h"

namespace voronka::gateway {
namespace {

using std::chrono::duration_cast;
using std::chrono::milliseconds;

constexpr size_t kGrpcDigits = 8;
constexpr size_t kConnectDigits = 10;
// A later moment would not fit the clocks that count in nanoseconds.
constexpr milliseconds kLongest = std::chrono::days(365);

int64_t Number(std::string_view digits, size_t most) {
  int64_t number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (error != std::errc() || end != digits.data() + digits.size() || number < 0 || digits.size() > most) {
    throw Malformed("The timeout is not a number of the right size.");
  }
  return number;
}

milliseconds InUnit(int64_t number, char unit) {
  switch (unit) {
    case 'H':
      return std::chrono::hours(number);
    case 'M':
      return std::chrono::minutes(number);
    case 'S':
      return std::chrono::seconds(number);
    case 'm':
      return milliseconds(number);
    case 'u':
      return duration_cast<milliseconds>(std::chrono::microseconds(number));
    case 'n':
      return duration_cast<milliseconds>(std::chrono::nanoseconds(number));
    default:
      throw Malformed("The timeout has no unit.");
  }
}

}  // namespace

std::optional<milliseconds> GrpcTimeout(std::string_view text) {
  if (text.empty()) return std::nullopt;
  return std::min(kLongest, InUnit(Number(text.substr(0, text.size() - 1), kGrpcDigits), text.back()));
}

std::optional<milliseconds> ConnectTimeout(std::string_view text) {
  if (text.empty()) return std::nullopt;
  return std::min(kLongest, milliseconds(Number(text, kConnectDigits)));
}

}  // namespace voronka::gateway
