#include "notifier/reminders/task_reminders.h"

#include <fmt/format.h>
#include <google/protobuf/util/time_util.h>

#include <algorithm>
#include <chrono>
#include <set>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "foundation/storage/stored_message.h"
#include "notifier/inbox/ended_news.h"
#include "notifier/inbox/notify.h"
#include "notifier/recipients/recipients.h"
#include "notifier/reminders/approval_waits.h"
#include "notifier/reminders/task_moments.h"

namespace voronka::notifier {
namespace {

using crm::v1::Task;
using google::protobuf::util::TimeUtil;
using TaskChange = events::ChangeTo<Task>;
using timers::Timer;
using timers::TimerTable;
using v1::Notification;

constexpr const char* kReminder = "reminder";
constexpr const char* kOverdue = "overdue";
// How soon it is seen that the approval has been answered which a deal was waiting for.
constexpr int64_t kLookAgain = std::chrono::microseconds(std::chrono::minutes(5)).count();

Task TaskOf(const Timer& timer) { return storage::Stored<Task>(timer.payload); }

int64_t DueTimeOf(const Task& task) { return TimeUtil::TimestampToMicroseconds(task.due_time()); }

News NewsOf(const Timer& timer, const Task& task, Notification::Kind kind, std::string dedup_key) {
  return {.kind = kind,
          .user_id = task.assignee_user_id(),
          .dedup_key = std::move(dedup_key),
          .due = timer.due,
          .deal_id = task.deal_id(),
          .task_id = task.id(),
          .text = task.text(),
          .deadline = DueTimeOf(task)};
}

// The reminders of the task as it was before that it does not have any more.
std::vector<int64_t> OffsetsWithout(const std::vector<ReminderMoment>& moments, const Task& before) {
  auto offsets = ReminderOffsets(before);
  std::erase_if(offsets, [&](int64_t offset) {
    return std::any_of(moments.begin(), moments.end(), [&](const auto& m) { return m.seconds_before == offset; });
  });
  return offsets;
}

bool PassesToAnother(const TaskChange& change) {
  return change.HasBefore() && change.before.assignee_user_id() != change.after.assignee_user_id();
}

// The change left the reminders as they were.
bool RemindsAsBefore(const TaskChange& change) {
  return change.HasBefore() && DueTimeOf(change.before) == DueTimeOf(change.after) &&
         ReminderOffsets(change.before) == ReminderOffsets(change.after);
}

// A task that was created or changed reminds from then on. One that has passed to another, and one of which only its
// present state is known, remind of what is past as well.
std::vector<ReminderMoment> MomentsAfter(const TaskChange& change, int64_t changed_at) {
  const bool is_set = change.kind == crm::v1::ResourceChange::KIND_CREATED || change.HasBefore();
  return is_set && !RemindsAsBefore(change) ? ReminderMoments(change.after, changed_at)
                                            : RemindersStillDue(change.after, changed_at);
}

timers::TimerKey ReminderKey(const rpc::Session& session, const Task& task, int64_t seconds_before) {
  return {session.account_id(), kReminder, task.id(), seconds_before};
}

// A reminder is one of a due time, not of a moment: after the task is moved, another may come at the same moment.
News ReminderOf(const Timer& timer) {
  const auto task = TaskOf(timer);
  auto key = fmt::format("{}/{}/{}/{}", kReminder, task.id(), DueTimeOf(task), timer.key.slot);
  return NewsOf(timer, task, Notification::KIND_TASK_REMINDER, std::move(key));
}

void Remind(rpc::Session& session, std::span<const Timer> timers) {
  std::vector<News> all;
  for (const auto& timer : timers) all.push_back(ReminderOf(timer));
  Notify(session, all);
}

// One of a due time, as a reminder.
void AddOverdue(const Timer& timer, std::vector<News>& all) {
  const auto task = TaskOf(timer);
  auto key = fmt::format("{}/{}/{}", kOverdue, task.id(), task.all_day() ? OverdueMoment(task) : DueTimeOf(task));
  auto news = NewsOf(timer, task, Notification::KIND_TASK_OVERDUE, std::move(key));
  if (task.all_day()) news.day_in = task.time_zone();
  all.push_back(news);
  if (task.setter_user_id() == 0 || task.setter_user_id() == task.assignee_user_id()) return;
  news.user_id = task.setter_user_id();
  news.about_user_id = task.assignee_user_id();
  all.push_back(std::move(news));
}

std::set<int64_t> WaitingDealsOf(rpc::Session& session, std::span<const Timer> timers) {
  std::vector<int64_t> deals;
  for (const auto& timer : timers) {
    const int64_t deal = TaskOf(timer).deal_id();
    if (deal != 0) deals.push_back(deal);
  }
  return deals.empty() ? std::set<int64_t>() : DealsThatWait(session, deals);
}

void Cancel(rpc::Session& session, const Task& task) {
  TimerTable table(session.db);
  table.CancelAll(session.account_id(), kReminder, task.id());
  table.CancelAll(session.account_id(), kOverdue, task.id());
}

}  // namespace

TaskReminders::TaskReminders(timers::Timers& timers) : timers_(timers) {
  timers_.OnDueTogether(kReminder, Remind);
  timers_.OnDueTogether(kOverdue, [this](auto& session, auto overdue) { NotifyOverdue(session, overdue); });
}

void TaskReminders::Follow(rpc::Session& session, const TaskChange& change, int64_t changed_at) {
  if (change.after.state() == Task::STATE_OPEN) {
    ArmReminders(session, change, changed_at);
    ArmOverdue(session, change, changed_at);
  } else {
    Cancel(session, change.after);
  }
  if (change.kind != crm::v1::ResourceChange::KIND_CREATED) EndTaskNews(session, change.after);
}

void TaskReminders::ForgetAll(rpc::Session& session) {
  session.db.Execute("DELETE FROM timers WHERE account_id = ? AND kind IN (?, ?)", session.account_id(), kReminder,
                     kOverdue);
}

void TaskReminders::EndNewsOfOthers(rpc::Session& session) { EndNewsOfTasksWithout(session, kOverdue); }

// An unchanged timer is not cancelled: a reminder that has fired must not fire again. Unless the task is another's now,
// who was not told.
void TaskReminders::ArmReminders(rpc::Session& session, const TaskChange& change, int64_t changed_at) {
  const auto& task = change.after;
  if (RemindsAsBefore(change) && !PassesToAnother(change)) return RefreshReminders(session, task);
  TimerTable table(session.db);
  const auto moments = MomentsAfter(change, changed_at);
  if (PassesToAnother(change)) {
    table.CancelAll(session.account_id(), kReminder, task.id());
  } else if (change.HasBefore()) {
    for (const int64_t offset : OffsetsWithout(moments, change.before)) {
      table.Cancel(ReminderKey(session, task, offset));
    }
  }
  for (const auto& moment : moments) {
    timers_.Arm(session, {.key = ReminderKey(session, task, moment.seconds_before),
                          .due = moment.at,
                          .payload = task.SerializeAsString()});
  }
}

void TaskReminders::RefreshReminders(rpc::Session& session, const Task& task) {
  for (const int64_t offset : ReminderOffsets(task)) {
    auto armed = TimerTable(session.db).Find(ReminderKey(session, task, offset));
    if (!armed) continue;
    armed->payload = task.SerializeAsString();
    timers_.Arm(session, *std::move(armed));
  }
}

void TaskReminders::NotifyOverdue(rpc::Session& session, std::span<const Timer> timers) {
  const auto waiting = WaitingDealsOf(session, timers);
  std::vector<News> all;
  for (const auto& timer : timers) {
    if (waiting.contains(TaskOf(timer).deal_id())) {
      timers_.Arm(session, {.key = timer.key, .due = session.Now() + kLookAgain, .payload = timer.payload});
    } else {
      AddOverdue(timer, all);
    }
  }
  Notify(session, all);
}

// Whoever gets a task that is overdue already is not told so. But if it was not yet when it passed to them, and this is
// read late, the one who had it has been told in their place.
void TaskReminders::ArmOverdue(rpc::Session& session, const TaskChange& change, int64_t changed_at) {
  Task task = change.after;
  if (task.time_zone().empty()) {
    const auto assignee = Recipients(session.db, session.account_id()).Get(task.assignee_user_id());
    task.set_time_zone(assignee.time_zone());
  }
  const timers::TimerKey key{session.account_id(), kOverdue, task.id()};
  const int64_t moment = OverdueMoment(task);
  if (PassesToAnother(change) && moment > changed_at) TimerTable(session.db).Cancel(key);
  timers_.Arm(session, {.key = key, .due = moment, .payload = task.SerializeAsString()});
}

}  // namespace voronka::notifier
