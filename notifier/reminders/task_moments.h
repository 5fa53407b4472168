#pragma once

#include <cstdint>
#include <vector>

#include "voronka/crm/v1/task.pb.h"

namespace voronka::notifier {

// When a task's assignee is reminded.
struct ReminderMoment {
  int64_t seconds_before;
  // Microseconds since 1970 UTC.
  int64_t at;

  bool operator==(const ReminderMoment&) const = default;
};

// How many seconds before its due time the task's assignee wants to be reminded, the most first.
std::vector<int64_t> ReminderOffsets(const crm::v1::Task& task);

// The reminders of a task that was set at `set_at`, the earliest first. Those that were past by then are left out;
// where that would leave none, the last of them comes halfway between `set_at` and the due time. None if the task was
// due by then: it is overdue.
std::vector<ReminderMoment> ReminderMoments(const crm::v1::Task& task, int64_t set_at);

// The reminders that are still due at `now` to an assignee who was not told before, the earliest first. Of those that
// are past only the last is left, which fires at once.
std::vector<ReminderMoment> RemindersStillDue(const crm::v1::Task& task, int64_t now);

// When people are told that the task is overdue: when it is due, or at the end of that day in its time zone. A quarter
// of an hour later if its assignee is reminded when it is due: one moment rings once.
int64_t OverdueMoment(const crm::v1::Task& task);

}  // namespace voronka::notifier
