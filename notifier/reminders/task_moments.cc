#include "notifier/reminders/task_moments.h"

#include <google/protobuf/util/time_util.h>

#include <chrono>
#include <functional>
#include <set>

#include "foundation/calendar/day.h"

namespace voronka::notifier {
namespace {

using crm::v1::Task;
using google::protobuf::util::TimeUtil;

constexpr int64_t kSecond = 1'000'000;
constexpr int64_t kUsualOffset = std::chrono::seconds(std::chrono::minutes(30)).count();

int64_t DueOf(const Task& task) { return TimeUtil::TimestampToMicroseconds(task.due_time()); }

}  // namespace

std::vector<int64_t> ReminderOffsets(const Task& task) {
  if (task.all_day()) return {};
  if (!task.has_reminders()) return {kUsualOffset};
  std::set<int64_t, std::greater<>> offsets;
  for (const auto& before : task.reminders().before()) offsets.insert(before.seconds());
  return {offsets.begin(), offsets.end()};
}

std::vector<ReminderMoment> ReminderMoments(const Task& task, int64_t set_at) {
  const int64_t due = DueOf(task);
  if (due <= set_at) return {};
  std::vector<ReminderMoment> moments;
  for (const int64_t offset : ReminderOffsets(task)) {
    const ReminderMoment next{offset, due - offset * kSecond};
    if (next.at <= set_at) moments.clear();
    moments.push_back(next);
  }
  return moments;
}

int64_t OverdueMoment(const Task& task) {
  if (!task.all_day()) return DueOf(task);
  return calendar::EndOfDay(DueOf(task), calendar::ZoneNamed(task.time_zone()));
}

}  // namespace voronka::notifier
