#include "foundation/calendar/local_time.h"

#include <gtest/gtest.h>

#include "foundation/calendar/day.h"

namespace voronka::calendar {
namespace {

// What the zone's clocks show at the moment that the given time is read as.
std::string ReadAs(const cctz::civil_second& shown, const std::string& zone) {
  return cctz::format("%Y-%m-%d %H:%M", MomentOf(shown, ZoneNamed(zone)), ZoneNamed(zone));
}

TEST(LocalTime, IsTheMomentAtWhichClocksShowIt) {
  EXPECT_EQ(ReadAs(cctz::civil_second(2027, 3, 14, 1, 59, 0), "America/New_York"), "2027-03-14 01:59");
  EXPECT_EQ(ReadAs(cctz::civil_second(2027, 3, 14, 3, 0, 0), "America/New_York"), "2027-03-14 03:00");
}

TEST(LocalTime, ThatIsSkippedMovesForwardByTheSkip) {
  EXPECT_EQ(ReadAs(cctz::civil_second(2027, 3, 14, 2, 30, 0), "America/New_York"), "2027-03-14 03:30");
  EXPECT_EQ(ReadAs(cctz::civil_second(2027, 3, 14, 2, 0, 0), "America/New_York"), "2027-03-14 03:00");
}

TEST(LocalTime, ThatIsSkippedAtMidnightStaysOnItsDay) {
  EXPECT_EQ(ReadAs(cctz::civil_second(2027, 9, 5, 0, 30, 0), "America/Santiago"), "2027-09-05 01:30");
  EXPECT_EQ(ReadAs(cctz::civil_second(2027, 9, 5, 0, 0, 0), "America/Santiago"), "2027-09-05 01:00");
}

TEST(LocalTime, ThatComesTwiceIsTheFirst) {
  const auto first = MomentOf(cctz::civil_second(2027, 11, 7, 1, 30, 0), ZoneNamed("America/New_York"));
  EXPECT_EQ(cctz::format("%H:%M", first, cctz::utc_time_zone()), "05:30");
}

}  // namespace
}  // namespace voronka::calendar
