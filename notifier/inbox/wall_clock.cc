#include "notifier/inbox/wall_clock.h"

#include <fmt/format.h>

#include <array>
#include <chrono>

namespace voronka::notifier {
namespace {

using std::chrono::microseconds;

constexpr std::array kRussianMonths = {"января", "февраля", "марта",    "апреля",  "мая",    "июня",
                                       "июля",   "августа", "сентября", "октября", "ноября", "декабря"};
constexpr std::array kEnglishMonths = {"January", "February", "March",     "April",   "May",      "June",
                                       "July",    "August",   "September", "October", "November", "December"};

cctz::civil_second Civil(int64_t at, const cctz::time_zone& zone) {
  const std::chrono::time_point<std::chrono::system_clock, microseconds> instant{microseconds(at)};
  return cctz::convert(std::chrono::floor<cctz::seconds>(instant), zone);
}

}  // namespace

std::string MomentText(int64_t at, int64_t now, const cctz::time_zone& zone, const std::string& locale) {
  const auto civil = Civil(at, zone);
  auto time = fmt::format("{:02}:{:02}", civil.hour(), civil.minute());
  if (cctz::civil_day(civil) == cctz::civil_day(Civil(now, zone))) return time;
  return fmt::format("{}, {}", DayText(at, zone, locale), time);
}

std::string DayText(int64_t at, const cctz::time_zone& zone, const std::string& locale) {
  const auto civil = Civil(at, zone);
  const auto& months = locale == "en" ? kEnglishMonths : kRussianMonths;
  return fmt::format("{} {}", civil.day(), months.at(civil.month() - 1));
}

}  // namespace voronka::notifier
