#include "client/command_line/moments.h"

#include <gmock/gmock.h>
#include <google/protobuf/util/time_util.h>

#include "client/command_line/usage_error.h"

namespace voronka::command_line {
namespace {

using google::protobuf::util::TimeUtil;

// 2023-11-14 22:13:20 UTC.
constexpr int64_t kNow = 1'700'000'000'000'000;

const Here kMoscow = {.now_micros = kNow, .zone = cctz::fixed_time_zone(std::chrono::hours(3))};

std::string Moment(std::string_view text) { return TimeUtil::ToString(ParseMoment(text, kMoscow)); }
int64_t Millis(std::string_view text) { return TimeUtil::DurationToMilliseconds(ParseDuration(text)); }

TEST(Moments, AreReadAsRfc3339) {
  EXPECT_EQ(Moment("2023-11-30T09:00:00+03:00"), "2023-11-30T06:00:00Z");
  EXPECT_EQ(Moment("2023-11-30T09:00:00.5Z"), "2023-11-30T09:00:00.500Z");
}

TEST(Moments, AreReadInTheLocalZone) {
  for (const char* text : {"2023-11-30 09:00", "2023-11-30 09:00:00", "2023-11-30T09:00", "2023-11-30T09:00:00"}) {
    EXPECT_EQ(Moment(text), "2023-11-30T06:00:00Z") << text;
  }
  EXPECT_EQ(Moment("2023-11-30"), "2023-11-29T21:00:00Z");
}

TEST(Moments, AreReadAsTheyAreShown) {
  EXPECT_EQ(Moment("2023-11-30 09:00:00 +05:30"), "2023-11-30T03:30:00Z");
  EXPECT_EQ(Moment("2023-11-30 09:00 +00:00"), "2023-11-30T09:00:00Z");
  EXPECT_EQ(Moment("2023-11-30 09:00:00.042 -03:00"), "2023-11-30T12:00:00.042Z");
}

TEST(Moments, ThatTheClocksSkipAreReadBeyondTheSkip) {
  Here new_york = kMoscow;
  ASSERT_TRUE(cctz::load_time_zone("America/New_York", &new_york.zone));
  EXPECT_EQ(TimeUtil::ToString(ParseMoment("2027-03-14 02:30:00.5", new_york)), "2027-03-14T07:30:00.500Z");
}

TEST(Moments, AreReadRelativeToNow) {
  EXPECT_EQ(Moment("now"), "2023-11-14T22:13:20Z");
  EXPECT_EQ(Moment("+30m"), "2023-11-14T22:43:20Z");
  EXPECT_EQ(Moment("-2h"), "2023-11-14T20:13:20Z");
  EXPECT_EQ(Moment("+1h30m"), "2023-11-14T23:43:20Z");
}

TEST(Moments, InAnUnknownFormAreRefused) {
  for (const char* text : {"", "tomorrow", "+", "+30", "+30x", "2023-13-01", "30m", "now+1h"}) {
    EXPECT_THROW(Moment(text), UsageError) << text;
  }
}

TEST(Moments, OutsideTheRangeOfATimestampAreRefused) {
  for (const char* text : {"0000-12-31", "10000-01-02", "292278-01-01 00:00", "20052025-1-30 09:00", "-0044-03-15"}) {
    EXPECT_THROW(Moment(text), UsageError) << text;
  }
}

TEST(Moments, AreShownInTheLocalZone) {
  EXPECT_EQ(MomentText(TimeUtil::MicrosecondsToTimestamp(kNow), kMoscow.zone), "2023-11-15 01:13:20 +03:00");
  EXPECT_EQ(MomentText(TimeUtil::MicrosecondsToTimestamp(kNow + 42'000), kMoscow.zone),
            "2023-11-15 01:13:20.042 +03:00");
}

TEST(Durations, AreReadWithUnits) {
  EXPECT_EQ(Millis("90s"), 90'000);
  EXPECT_EQ(Millis("5m"), 300'000);
  EXPECT_EQ(Millis("500ms"), 500);
  EXPECT_EQ(Millis("1h30m"), 5'400'000);
  EXPECT_EQ(Millis("7d"), 604'800'000);
  EXPECT_EQ(Millis("1.5s"), 1'500);
  EXPECT_EQ(Millis("-1s"), -1'000);
}

TEST(Durations, InAnUnknownFormAreRefused) {
  for (const char* text : {"", "5", "m", "5 m", "5minutes", "1h30", "s5", "1e300s", "99999999d", "nans"}) {
    EXPECT_THROW(Millis(text), UsageError) << text;
  }
}

TEST(Durations, AreShownInTheFormTheyAreReadIn) {
  for (const char* text : {"1h30m", "90d", "500ms", "1m30s", "-5m"}) EXPECT_EQ(DurationText(ParseDuration(text)), text);
  EXPECT_EQ(DurationText({}), "0s");
  EXPECT_EQ(DurationText(ParseDuration("-0.0001s")), "0s");
}

}  // namespace
}  // namespace voronka::command_line
