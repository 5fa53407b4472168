#include "client/command_line/moments.h"

#include <fmt/format.h>
#include <google/protobuf/util/time_util.h>

#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <optional>
#include <utility>

#include "client/command_line/usage_error.h"
#include "foundation/calendar/local_time.h"

namespace voronka::command_line {
namespace {

using google::protobuf::Duration;
using google::protobuf::Timestamp;
using google::protobuf::util::TimeUtil;

using Micros = std::chrono::time_point<std::chrono::system_clock, std::chrono::microseconds>;

// Largest first, for writing. Reading tells `ms` from `m` by the longest match.
constexpr std::array<std::pair<std::string_view, int64_t>, 5> kUnits = {
    {{"d", 86'400'000'000}, {"h", 3'600'000'000}, {"m", 60'000'000}, {"s", 1'000'000}, {"ms", 1'000}}};

constexpr std::array kLocalFormats = {"%Y-%m-%d %H:%M:%E*S", "%Y-%m-%dT%H:%M:%E*S", "%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M",
                                      "%Y-%m-%d"};

// As MomentText writes them.
constexpr std::array kZonedFormats = {"%Y-%m-%d %H:%M:%E*S %Ez", "%Y-%m-%d %H:%M %Ez", "%Y-%m-%dT%H:%M%Ez"};

// A century: anything longer is a mistake, and might overflow.
constexpr double kLongestMicros = 3.2e15;

std::string_view TakeUnit(std::string_view& text) {
  size_t length = 0;
  while (length < text.size() && text[length] >= 'a' && text[length] <= 'z') ++length;
  const std::string_view unit = text.substr(0, length);
  text.remove_prefix(length);
  return unit;
}

// Removes one part, such as the `30m` of `1h30m`.
std::optional<double> TakePart(std::string_view& text) {
  double amount = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), amount, std::chars_format::fixed);
  // Rejects negative amounts and NaN.
  if (error != std::errc() || !(amount >= 0)) return std::nullopt;
  text.remove_prefix(static_cast<size_t>(end - text.data()));
  const std::string_view unit = TakeUnit(text);
  for (const auto& [name, micros] : kUnits) {
    if (name == unit) return amount * static_cast<double>(micros);
  }
  return std::nullopt;
}

// Without a sign.
std::optional<int64_t> DurationMicros(std::string_view text) {
  if (text.empty()) return std::nullopt;
  double sum = 0;
  while (!text.empty()) {
    const auto part = TakePart(text);
    if (!part) return std::nullopt;
    sum += *part;
  }
  if (!(sum <= kLongestMicros)) return std::nullopt;
  return std::llround(sum);
}

std::optional<int64_t> SignedDurationMicros(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative || text.starts_with('+')) text.remove_prefix(1);
  const auto micros = DurationMicros(text);
  if (!micros) return std::nullopt;
  return negative ? -*micros : *micros;
}

// Whether the time lies in the years 1 to 9999. Outside them, even counting microseconds could overflow.
bool FitsTimestamp(const cctz::time_point<cctz::seconds>& moment) {
  const int64_t seconds = moment.time_since_epoch().count();
  return seconds >= TimeUtil::kTimestampMinSeconds && seconds <= TimeUtil::kTimestampMaxSeconds;
}

// What the clocks show, as a moment at which those of UTC show it.
std::optional<Micros> ShownTime(const char* format, const std::string& text) {
  const auto utc = cctz::utc_time_zone();
  cctz::time_point<cctz::seconds> whole;
  Micros shown;
  if (!cctz::parse(format, text, utc, &whole) || !FitsTimestamp(whole)) return std::nullopt;
  return cctz::parse(format, text, utc, &shown) ? std::optional(shown) : std::nullopt;
}

std::optional<Timestamp> LocalMoment(std::string_view text, const cctz::time_zone& zone) {
  for (const char* format : kLocalFormats) {
    const auto shown = ShownTime(format, std::string(text));
    if (!shown) continue;
    const auto whole = std::chrono::floor<cctz::seconds>(*shown);
    const auto moment = calendar::MomentOf(cctz::convert(whole, cctz::utc_time_zone()), zone);
    if (!FitsTimestamp(moment)) continue;
    const Micros exact = moment + (*shown - whole);
    return TimeUtil::MicrosecondsToTimestamp(exact.time_since_epoch().count());
  }
  return std::nullopt;
}

std::optional<Timestamp> ZonedMoment(const std::string& text) {
  const auto utc = cctz::utc_time_zone();
  for (const char* format : kZonedFormats) {
    cctz::time_point<cctz::seconds> whole;
    Micros exact;
    if (!cctz::parse(format, text, utc, &whole) || !FitsTimestamp(whole)) continue;
    if (cctz::parse(format, text, utc, &exact)) {
      return TimeUtil::MicrosecondsToTimestamp(exact.time_since_epoch().count());
    }
  }
  return std::nullopt;
}

}  // namespace

Timestamp ParseMoment(std::string_view text, const Here& here) {
  if (text == "now") return TimeUtil::MicrosecondsToTimestamp(here.now_micros);
  if (text.starts_with('+') || text.starts_with('-')) {
    if (const auto micros = SignedDurationMicros(text))
      return TimeUtil::MicrosecondsToTimestamp(here.now_micros + *micros);
  }
  if (Timestamp moment; TimeUtil::FromString(std::string(text), &moment)) return moment;
  if (const auto moment = ZonedMoment(std::string(text))) return *moment;
  if (const auto moment = LocalMoment(text, here.zone)) return *moment;
  throw UsageError(
      fmt::format("'{}' is not a moment: write +30m, now, 2025-11-30 09:00 or 2025-11-30T09:00:00+03:00", text));
}

Duration ParseDuration(std::string_view text) {
  const auto micros = SignedDurationMicros(text);
  if (!micros) throw UsageError(fmt::format("'{}' is not a duration: write 90s, 5m, 1h30m, 500ms or 7d", text));
  return TimeUtil::MicrosecondsToDuration(*micros);
}

std::string MomentText(const Timestamp& moment, const cctz::time_zone& zone) {
  const std::chrono::microseconds since_epoch(TimeUtil::TimestampToMicroseconds(moment));
  const bool whole_second = moment.nanos() < 1'000'000;
  return cctz::format(whole_second ? "%Y-%m-%d %H:%M:%S %Ez" : "%Y-%m-%d %H:%M:%E3S %Ez", Micros(since_epoch), zone);
}

std::string DurationText(const Duration& duration) {
  int64_t rest = TimeUtil::DurationToMicroseconds(duration);
  const bool negative = rest < 0;
  rest = std::abs(rest);
  std::string text;
  for (const auto& [name, micros] : kUnits) {
    if (rest >= micros) text += fmt::format("{}{}", rest / micros, name);
    rest %= micros;
  }
  if (text.empty()) return "0s";
  return negative ? "-" + text : text;
}

}  // namespace voronka::command_line
