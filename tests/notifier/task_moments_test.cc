#include "notifier/reminders/task_moments.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/notifier/proto_text.h"

namespace voronka::notifier {
namespace {

using crm::v1::Task;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

Task DueAt(const std::string& moment, const std::string& rest = "") {
  auto task = Proto<Task>(rest);
  *task.mutable_due_time() = Timestamp(At(moment));
  return task;
}

Task AllDay(const std::string& moment, const std::string& time_zone) {
  auto task = DueAt(moment, "all_day: true");
  task.set_time_zone(time_zone);
  return task;
}

TEST(ReminderMoments, AreHalfAnHourBeforeByDefault) {
  EXPECT_THAT(ReminderMoments(DueAt("2026-03-02T12:00:00Z"), At("2026-03-02T09:00:00Z")),
              ElementsAre(ReminderMoment{1800, At("2026-03-02T11:30:00Z")}));
}

TEST(ReminderMoments, AreTheTasksOwnEarliestFirst) {
  const auto task =
      DueAt("2026-03-02T12:00:00Z", "reminders { before { seconds: 60 } before { seconds: 3600 } before {} }");
  EXPECT_THAT(
      ReminderMoments(task, At("2026-03-02T09:00:00Z")),
      ElementsAre(ReminderMoment{3600, At("2026-03-02T11:00:00Z")}, ReminderMoment{60, At("2026-03-02T11:59:00Z")},
                  ReminderMoment{0, At("2026-03-02T12:00:00Z")}));
}

TEST(ReminderMoments, AreEmptyIfTheTaskWantsNone) {
  EXPECT_THAT(ReminderMoments(DueAt("2026-03-02T12:00:00Z", "reminders {}"), At("2026-03-02T09:00:00Z")), IsEmpty());
}

TEST(ReminderMoments, AreUnique) {
  const auto task = DueAt("2026-03-02T12:00:00Z", "reminders { before { seconds: 60 } before { seconds: 60 } }");
  EXPECT_THAT(ReminderMoments(task, At("2026-03-02T09:00:00Z")), ::testing::SizeIs(1));
}

TEST(ReminderMoments, AreEmptyForAWholeDay) {
  EXPECT_THAT(ReminderMoments(AllDay("2026-03-02T12:00:00Z", "UTC"), At("2026-03-01T09:00:00Z")), IsEmpty());
}

// At once would be no reminder: whoever sets the task knows of it at that moment.
TEST(ReminderMoments, AreHalfwayIfAllArePastWhenTheTaskIsSet) {
  EXPECT_THAT(ReminderMoments(DueAt("2026-03-02T12:00:00Z"), At("2026-03-02T11:50:00Z")),
              ElementsAre(ReminderMoment{1800, At("2026-03-02T11:55:00Z")}));
  EXPECT_THAT(ReminderMoments(DueAt("2026-03-02T12:00:00Z"), At("2026-03-02T11:30:00Z")),
              ElementsAre(ReminderMoment{1800, At("2026-03-02T11:45:00Z")}));
}

TEST(ReminderMoments, AreOnlyThoseAheadIfSomeArePastWhenTheTaskIsSet) {
  const auto task = DueAt("2026-03-02T12:00:00Z",
                          "reminders { before { seconds: 86400 } before { seconds: 3600 } before { seconds: 300 } }");
  EXPECT_THAT(ReminderMoments(task, At("2026-03-02T11:30:00Z")),
              ElementsAre(ReminderMoment{300, At("2026-03-02T11:55:00Z")}));
}

TEST(RemindersStillDue, IncludeTheLastPastOneToFireAtOnce) {
  EXPECT_THAT(RemindersStillDue(DueAt("2026-03-02T12:00:00Z"), At("2026-03-02T11:50:00Z")),
              ElementsAre(ReminderMoment{1800, At("2026-03-02T11:30:00Z")}));
  const auto task = DueAt("2026-03-02T12:00:00Z",
                          "reminders { before { seconds: 86400 } before { seconds: 3600 } before { seconds: 300 } }");
  EXPECT_THAT(
      RemindersStillDue(task, At("2026-03-02T11:30:00Z")),
      ElementsAre(ReminderMoment{3600, At("2026-03-02T11:00:00Z")}, ReminderMoment{300, At("2026-03-02T11:55:00Z")}));
}

TEST(RemindersStillDue, AreEmptyForATaskThatIsDue) {
  EXPECT_THAT(RemindersStillDue(DueAt("2026-03-02T12:00:00Z"), At("2026-03-02T12:00:00Z")), IsEmpty());
}

TEST(ReminderMoments, AreEmptyForATaskDueWhenItWasCreated) {
  EXPECT_THAT(ReminderMoments(DueAt("2026-03-02T12:00:00Z"), At("2026-03-02T12:00:00Z")), IsEmpty());
}

TEST(ReminderMoments, MoveWithTheTask) {
  const auto now = At("2026-03-02T09:00:00Z");
  EXPECT_THAT(ReminderMoments(DueAt("2026-03-03T15:00:00Z"), now),
              ElementsAre(ReminderMoment{1800, At("2026-03-03T14:30:00Z")}));
}

TEST(ReminderMoments, KeepTheirDistanceAcrossADaylightSavingChange) {
  auto task = DueAt("2026-03-29T01:10:00Z");  // 3:10 in Berlin, where 2:00 became 3:00 at 1:00 UTC
  task.set_time_zone("Europe/Berlin");
  EXPECT_THAT(ReminderMoments(task, At("2026-03-28T09:00:00Z")),
              ElementsAre(ReminderMoment{1800, At("2026-03-29T00:40:00Z")}));
}

TEST(OverdueMoment, IsTheDueTime) {
  EXPECT_EQ(OverdueMoment(DueAt("2026-03-02T12:00:00Z")), At("2026-03-02T12:00:00Z"));
}

TEST(OverdueMoment, FollowsAReminderAtTheDueTime) {
  const auto task = DueAt("2026-03-02T12:00:00Z", "reminders { before { seconds: 60 } before {} }");
  EXPECT_EQ(OverdueMoment(task), At("2026-03-02T12:15:00Z"));
}

TEST(OverdueMoment, ForAWholeDayIsItsEndInItsTimeZone) {
  EXPECT_EQ(OverdueMoment(AllDay("2026-03-02T09:00:00Z", "Europe/Moscow")), At("2026-03-02T21:00:00Z"));
  EXPECT_EQ(OverdueMoment(AllDay("2026-03-02T22:00:00Z", "Europe/Moscow")), At("2026-03-03T21:00:00Z"));
  EXPECT_EQ(OverdueMoment(AllDay("2026-03-02T09:00:00Z", "Asia/Vladivostok")), At("2026-03-02T14:00:00Z"));
}

TEST(OverdueMoment, ForAWholeDayOf23Or25HoursIsItsEnd) {
  EXPECT_EQ(OverdueMoment(AllDay("2026-03-28T23:00:00Z", "Europe/Berlin")), At("2026-03-29T22:00:00Z"));
  EXPECT_EQ(OverdueMoment(AllDay("2026-10-24T22:00:00Z", "Europe/Berlin")), At("2026-10-25T23:00:00Z"));
}

TEST(OverdueMoment, ForAWholeDayIsTheNextDaysStartEvenWithoutAMidnight) {
  EXPECT_EQ(OverdueMoment(AllDay("2026-04-23T10:00:00Z", "Africa/Cairo")), At("2026-04-23T22:00:00Z"));
}

}  // namespace
}  // namespace voronka::notifier
