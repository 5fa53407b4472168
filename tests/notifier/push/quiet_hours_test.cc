#include "notifier/push/quiet_hours.h"

#include <gtest/gtest.h>

#include "foundation/calendar/day.h"
#include "tests/notifier/proto_text.h"

namespace voronka::notifier {
namespace {

v1::QuietHours Hours(int from_hour, int until_hour) {
  v1::QuietHours hours;
  hours.set_enabled(true);
  hours.set_from_minute(from_hour * 60);
  hours.set_until_minute(until_hour * 60);
  return hours;
}

int64_t After(const v1::QuietHours& hours, const std::string& at, const std::string& zone) {
  return AfterQuietHours(hours, At(at), calendar::ZoneNamed(zone));
}

TEST(QuietHours, GoOverMidnight) {
  const auto hours = Hours(22, 8);
  EXPECT_EQ(After(hours, "2026-03-02T18:59:59Z", "Europe/Moscow"), At("2026-03-02T18:59:59Z"));
  EXPECT_EQ(After(hours, "2026-03-02T19:00:00Z", "Europe/Moscow"), At("2026-03-03T05:00:00Z"));
  EXPECT_EQ(After(hours, "2026-03-03T04:59:59Z", "Europe/Moscow"), At("2026-03-03T05:00:00Z"));
  EXPECT_EQ(After(hours, "2026-03-03T05:00:00Z", "Europe/Moscow"), At("2026-03-03T05:00:00Z"));
}

TEST(QuietHours, MayLieWithinADay) {
  const auto hours = Hours(13, 14);
  EXPECT_EQ(After(hours, "2026-03-02T10:30:00Z", "Europe/Moscow"), At("2026-03-02T11:00:00Z"));
  EXPECT_EQ(After(hours, "2026-03-02T22:30:00Z", "Europe/Moscow"), At("2026-03-02T22:30:00Z"));
}

TEST(QuietHours, AreNoneIfDisabledOrWithoutLength) {
  auto hours = Hours(22, 8);
  hours.set_enabled(false);
  EXPECT_EQ(After(hours, "2026-03-02T23:00:00Z", "Europe/Moscow"), At("2026-03-02T23:00:00Z"));
  EXPECT_EQ(After(Hours(9, 9), "2026-03-02T06:00:00Z", "Europe/Moscow"), At("2026-03-02T06:00:00Z"));
}

TEST(QuietHours, EndAtTheSkipIfTheirEndIsSkipped) {
  // On 29 March 2026 Berlin's clocks go from 2:00 to 3:00, at 1:00 UTC.
  auto hours = Hours(22, 2);
  hours.set_until_minute(2 * 60 + 30);
  EXPECT_EQ(After(hours, "2026-03-29T00:30:00Z", "Europe/Berlin"), At("2026-03-29T01:00:00Z"));
  EXPECT_EQ(After(hours, "2026-03-29T01:00:00Z", "Europe/Berlin"), At("2026-03-29T01:00:00Z"));
}

TEST(QuietHours, BeginAtTheSkipIfTheirBeginningIsSkipped) {
  auto hours = Hours(0, 8);
  hours.set_from_minute(2 * 60 + 30);
  EXPECT_EQ(After(hours, "2026-03-29T00:59:59Z", "Europe/Berlin"), At("2026-03-29T00:59:59Z"));
  EXPECT_EQ(After(hours, "2026-03-29T01:00:00Z", "Europe/Berlin"), At("2026-03-29T06:00:00Z"));
}

TEST(QuietHours, LastFromTheFirstToTheSecondOfTimesThatComeTwice) {
  // On 25 October 2026 Berlin's clocks go from 3:00 back to 2:00, at 1:00 UTC: 2:30 is at 0:30 and 1:30 UTC.
  auto ends = Hours(22, 2);
  ends.set_until_minute(2 * 60 + 30);
  EXPECT_EQ(After(ends, "2026-10-25T00:45:00Z", "Europe/Berlin"), At("2026-10-25T01:30:00Z"));
  auto begins = Hours(0, 8);
  begins.set_from_minute(2 * 60 + 30);
  EXPECT_EQ(After(begins, "2026-10-25T00:29:59Z", "Europe/Berlin"), At("2026-10-25T00:29:59Z"));
  EXPECT_EQ(After(begins, "2026-10-25T00:30:00Z", "Europe/Berlin"), At("2026-10-25T07:00:00Z"));
}

TEST(QuietHours, HoldForBothHoursThatFollowMidnight) {
  // On 1 November 2026 the clocks of Havana go from 1:00 back to 0:00 at 5:00 UTC: 0:30 comes twice.
  const auto hours = Hours(23, 7);
  EXPECT_EQ(After(hours, "2026-11-01T04:30:00Z", "America/Havana"), At("2026-11-01T12:00:00Z"));
  EXPECT_EQ(After(hours, "2026-11-01T05:30:00Z", "America/Havana"), At("2026-11-01T12:00:00Z"));
}

TEST(QuietHours, EndWithTheNextOnesIfThoseBeginBefore) {
  // From 2:30 to 2:10 in Berlin: the second 2:10 of 25 October is at 1:10 UTC, the first 2:30 before it, at 0:30 UTC.
  auto hours = Hours(2, 2);
  hours.set_from_minute(2 * 60 + 30);
  hours.set_until_minute(2 * 60 + 10);
  EXPECT_EQ(After(hours, "2026-10-25T00:20:00Z", "Europe/Berlin"), At("2026-10-26T01:10:00Z"));
}

}  // namespace
}  // namespace voronka::notifier
