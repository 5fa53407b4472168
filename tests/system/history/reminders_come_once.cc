#include <algorithm>
#include <chrono>
#include <map>
#include <optional>
#include <tuple>
#include <vector>

#include "event_consumer/change.h"
#include "tests/system/history/rules.h"

namespace voronka::testing {
namespace {

using namespace std::chrono_literals;
using crm::v1::Event;
using crm::v1::Task;
using google::protobuf::util::TimeUtil;
using notifier::v1::Notification;

constexpr auto kClocksAgreeWithin = 100ms;

// Account, user, task, kind, the time it is meant for.
using Notice = std::tuple<int64_t, int64_t, int64_t, Notification::Kind, Moment>;

// Exactly once, or at most once if the task was changed or completed at about that time.
enum class Times { kOnce, kAtMostOnce };
using Expected = std::map<Notice, Times>;

std::vector<std::chrono::microseconds> OffsetsOf(const Task& task) {
  std::vector<std::chrono::microseconds> offsets;
  for (const auto& before : task.reminders().before()) {
    offsets.emplace_back(TimeUtil::DurationToMicroseconds(before));
  }
  std::ranges::sort(offsets, std::greater<>());
  return offsets;
}

// Only somebody else's: the new assignee has not been told what is past.
bool IsPassedOn(const events::ChangeTo<Task>& change) {
  return change.HasBefore() && change.before.assignee_user_id() != change.after.assignee_user_id() &&
         MomentOf(change.before.due_time()) == MomentOf(change.after.due_time());
}

// None if the task is due already. Of the reminders that are in the past the last comes at once if the task was passed
// on; if it was set, and none is ahead, one comes halfway to the due time.
std::vector<Moment> ReminderMoments(const events::ChangeTo<Task>& change, Moment set) {
  const Moment due = MomentOf(change.after.due_time());
  if (due <= set) return {};
  std::optional<Moment> past;
  std::vector<Moment> moments;
  for (const auto offset : OffsetsOf(change.after)) {
    if (due - offset <= set) {
      past = due - offset;
    } else {
      moments.push_back(due - offset);
    }
  }
  if (past && IsPassedOn(change)) moments.push_back(*past);
  if (past && moments.empty()) moments.push_back(set + (due - set) / 2);
  return moments;
}

void Expect(const Event& event, bool is_last, Expected& expected) {
  const auto change = events::ReadChange<Task>(event);
  const Task& task = change.after;
  if (task.state() != Task::STATE_OPEN) return;
  const auto expect = [&](Notification::Kind kind, Moment moment, bool is_certain) {
    const Notice notice{event.account_id(), task.assignee_user_id(), task.id(), kind, moment};
    auto& times = expected.try_emplace(notice, Times::kAtMostOnce).first->second;
    if (is_certain) times = Times::kOnce;
  };
  for (const Moment moment : ReminderMoments(change, MomentOf(event.create_time()))) {
    expect(Notification::KIND_TASK_REMINDER, moment, is_last);
  }
  const Moment due = MomentOf(task.due_time());
  // Whoever gets an overdue task need not be told of that.
  const bool was_overdue = IsPassedOn(change) && due <= MomentOf(event.create_time());
  expect(Notification::KIND_TASK_OVERDUE, due, is_last && !was_overdue);
}

Expected ExpectedIn(const History& history) {
  std::map<std::pair<int64_t, int64_t>, std::vector<const Event*>> tasks;
  for (const auto& event : history.events) {
    if (!events::IsChangeTo<Task>(event)) continue;
    tasks[{event.account_id(), event.change().resource_id()}].push_back(&event);
  }
  Expected expected;
  for (const auto& [key, events] : tasks) {
    for (const Event* event : events) Expect(*event, event == events.back(), expected);
  }
  return expected;
}

bool IsOfTask(const Notification& row) {
  return row.kind() == Notification::KIND_TASK_REMINDER || row.kind() == Notification::KIND_TASK_OVERDUE;
}

std::string NameOf(const Notice& notice) {
  const auto& [account_id, user_id, task_id, kind, moment] = notice;
  return fmt::format("account {}, user {}, task {}: {}", account_id, user_id, task_id, Notification::Kind_Name(kind));
}

// By the clock of the client that sees them.
void CheckNoneIsEarly(const StreamRecord& stream, Findings& findings) {
  for (const auto& session : stream.sessions) {
    for (const auto& delivery : session.deliveries) {
      if (!delivery.payload) continue;
      const auto shown = Parsed<Notification>(*delivery.payload);
      if (!IsOfTask(shown) || delivery.arrived + kClocksAgreeWithin >= MomentOf(shown.due_time())) continue;
      findings.Add("{} got it {} µs early: {}", stream.subscriber,
                   (MomentOf(shown.due_time()) - delivery.arrived).count(), shown.ShortDebugString());
    }
  }
}

}  // namespace

void RemindersComeOnce(const History& history, Findings& findings) {
  auto expected = ExpectedIn(history);
  std::map<Notice, int> told;
  for (const auto& [account_id, user_id, row] : history.inbox) {
    if (IsOfTask(row)) ++told[{account_id, user_id, row.task_id(), row.kind(), MomentOf(row.due_time())}];
  }
  for (const auto& [notice, times] : told) {
    if (!expected.contains(notice)) findings.Add("{} was told, and nobody set it", NameOf(notice));
    if (times > 1) findings.Add("{} was told {} times", NameOf(notice), times);
  }
  for (const auto& [notice, times] : expected) {
    if (times == Times::kOnce && !told.contains(notice)) findings.Add("{} never came", NameOf(notice));
  }
  if (history.clock_was_stepped) return;
  for (const auto& stream : history.subscriptions) CheckNoneIsEarly(stream, findings);
}

}  // namespace voronka::testing
