#include "notifier/reminders/task_moments.h"

#include <google/protobuf/util/time_util.h>

#include <chrono>
#include <functional>
#include <optional>
#include <set>

#include "foundation/calendar/day.h"

namespace voronka::notifier {
namespace {

using crm::v1::Task;
using google::protobuf::util::TimeUtil;

constexpr int64_t kSecond = 1'000'000;
constexpr int64_t kTimeToStart = std::chrono::microseconds(std::chrono::minutes(15)).count();
constexpr int64_t kUsualOffset = std::chrono::seconds(std::chrono::minutes(30)).count();

int64_t DueOf(const Task& task) { return TimeUtil::TimestampToMicroseconds(task.due_time()); }

struct Reminders {
  std::optional<ReminderMoment> last_past;
  // The earliest first.
  std::vector<ReminderMoment> ahead;
};

bool RemindsWhenDue(const Task& task) {
  const auto offsets = ReminderOffsets(task);
  return !offsets.empty() && offsets.back() == 0;
}

// As seen at `now`. None of a task that is due by then.
Reminders RemindersAt(const Task& task, int64_t now) {
  Reminders reminders;
  const int64_t due = DueOf(task);
  if (due <= now) return reminders;
  for (const int64_t offset : ReminderOffsets(task)) {
    const ReminderMoment next{offset, due - offset * kSecond};
    if (next.at <= now) {
      reminders.last_past = next;
    } else {
      reminders.ahead.push_back(next);
    }
  }
  return reminders;
}

}  // namespace

std::vector<int64_t> ReminderOffsets(const Task& task) {
  if (task.all_day()) return {};
  if (!task.has_reminders()) return {kUsualOffset};
  std::set<int64_t, std::greater<>> offsets;
  for (const auto& before : task.reminders().before()) offsets.insert(before.seconds());
  return {offsets.begin(), offsets.end()};
}

std::vector<ReminderMoment> ReminderMoments(const Task& task, int64_t set_at) {
  auto reminders = RemindersAt(task, set_at);
  if (reminders.ahead.empty() && reminders.last_past) {
    const int64_t halfway = set_at + (DueOf(task) - set_at) / 2;
    reminders.ahead.push_back({reminders.last_past->seconds_before, halfway});
  }
  return reminders.ahead;
}

std::vector<ReminderMoment> RemindersStillDue(const Task& task, int64_t now) {
  auto reminders = RemindersAt(task, now);
  if (reminders.last_past) reminders.ahead.insert(reminders.ahead.begin(), *reminders.last_past);
  return reminders.ahead;
}

int64_t OverdueMoment(const Task& task) {
  if (!task.all_day()) return RemindsWhenDue(task) ? DueOf(task) + kTimeToStart : DueOf(task);
  return calendar::EndOfDay(DueOf(task), calendar::ZoneNamed(task.time_zone()));
}

}  // namespace voronka::notifier
