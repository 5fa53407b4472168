#include <algorithm>
#include <chrono>
#include <map>
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

// Of the reminders that are in the past when the task is created, the last comes at once; none if the task was already
// due.
std::vector<Moment> ReminderMoments(const Task& task, Moment set) {
  const Moment due = MomentOf(task.due_time());
  std::vector<Moment> moments;
  for (const auto offset : OffsetsOf(task)) {
    if (due <= set) break;
    if (due - offset <= set) moments.clear();
    moments.push_back(due - offset);
  }
  return moments;
}

void Expect(const Event& event, bool is_last, Expected& expected) {
  const auto task = events::Unpacked<Task>(event.change().after());
  if (task.state() != Task::STATE_OPEN) return;
  const auto expect = [&](Notification::Kind kind, Moment moment) {
    const Notice notice{event.account_id(), task.assignee_user_id(), task.id(), kind, moment};
    auto& times = expected.try_emplace(notice, Times::kAtMostOnce).first->second;
    if (is_last) times = Times::kOnce;
  };
  for (const Moment moment : ReminderMoments(task, MomentOf(event.create_time()))) {
    expect(Notification::KIND_TASK_REMINDER, moment);
  }
  expect(Notification::KIND_TASK_OVERDUE, MomentOf(task.due_time()));
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
