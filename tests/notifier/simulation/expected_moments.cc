#include "tests/notifier/simulation/expected_moments.h"

#include <google/protobuf/util/time_util.h>

#include "tests/notifier/simulation/local_clock.h"
#include "tests/notifier/simulation/times.h"

namespace voronka::simulation {
namespace {

constexpr int64_t kUnlessSaid = 30 * 60;

Moments All(const crm::v1::Task& task) {
  Moments all;
  if (task.all_day()) return all;
  if (!task.has_reminders()) all[kUnlessSaid] = 0;
  for (const auto& before : task.reminders().before()) all[before.seconds()] = 0;
  for (auto& [before, moment] : all) moment = DueOf(task) - before * kSecond;
  return all;
}

}  // namespace

int64_t DueOf(const crm::v1::Task& task) {
  return google::protobuf::util::TimeUtil::TimestampToMicroseconds(task.due_time());
}

Moments MomentsOfSet(const crm::v1::Task& task, int64_t at) {
  const int64_t due = DueOf(task);
  const Moments all = All(task);
  if (due <= at || all.empty()) return {};
  Moments ahead = all;
  std::erase_if(ahead, [at](const auto& entry) { return entry.second <= at; });
  // The one that came last is the one that is the shortest time before it is due.
  if (ahead.empty()) ahead[all.begin()->first] = at + (due - at) / 2;
  return ahead;
}

Moments MomentsOfPassed(const crm::v1::Task& task, int64_t at) {
  if (DueOf(task) <= at) return {};
  Moments still;
  bool past_one = false;
  for (const auto& [before, moment] : All(task)) {
    if (moment <= at && past_one) break;
    past_one = moment <= at;
    still[before] = moment;
  }
  return still;
}

int64_t MomentOfOverdue(const crm::v1::Task& task, const std::string& assignees_zone) {
  if (!task.all_day()) return DueOf(task) + (All(task).contains(0) ? 15 * kMinute : 0);
  cctz::time_zone zone;
  cctz::load_time_zone(task.time_zone().empty() ? assignees_zone : task.time_zone(), &zone);
  return NextDay(zone, DueOf(task));
}

}  // namespace voronka::simulation
