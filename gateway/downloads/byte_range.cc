#include "gateway/downloads/byte_range.h"

#include <algorithm>
#include <charconv>
#include <limits>

namespace voronka::gateway {
namespace {

constexpr std::string_view kUnit = "bytes=";

// Nothing: it is no number.
std::optional<int64_t> NumberOf(std::string_view digits) {
  int64_t number = 0;
  const char* end = digits.data() + digits.size();
  const auto [stopped, error] = std::from_chars(digits.data(), end, number);
  if (digits.empty() || digits.front() == '-' || stopped != end) return std::nullopt;
  if (error == std::errc::result_out_of_range) return std::numeric_limits<int64_t>::max();
  return error == std::errc() ? std::optional(number) : std::nullopt;
}

// `-500`: the last 500.
AskedRange LastOf(std::string_view digits, int64_t size) {
  const auto count = NumberOf(digits);
  if (!count) return {};
  if (*count == 0 || size == 0) return {.range = {}, .is_outside = true};
  return {.range = ByteRange{size - std::min(*count, size), size}};
}

}  // namespace

AskedRange RangeIn(std::string_view header, int64_t size) {
  if (!header.starts_with(kUnit)) return {};
  const std::string_view asked = header.substr(kUnit.size());
  const size_t dash = asked.find('-');
  if (dash == std::string_view::npos) return {};
  const std::string_view last = asked.substr(dash + 1);
  if (dash == 0) return LastOf(last, size);
  const auto begin = NumberOf(asked.substr(0, dash));
  const auto end = last.empty() ? std::optional(size - 1) : NumberOf(last);
  if (!begin || !end || (!last.empty() && *end < *begin)) return {};
  if (*begin >= size) return {.range = {}, .is_outside = true};
  return {.range = ByteRange{*begin, std::min(*end, size - 1) + 1}};
}

}  // namespace voronka::gateway
