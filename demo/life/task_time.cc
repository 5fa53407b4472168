#include "demo/life/task_time.h"

namespace voronka::demo {

using std::chrono::days;
using std::chrono::hours;

Due DueOf(int number) {
  constexpr Due kInTurn[] = {Due::kOverdue, Due::kToday, Due::kLater};
  return kInTurn[number % 3];
}

void SetDue(crm::v1::Task& task, Due due, Moment now, Chance& chance) {
  const Moment this_hour = std::chrono::floor<hours>(now);
  switch (due) {
    case Due::kOverdue:
      *task.mutable_due_time() = TimestampOf(this_hour - hours(chance.Between(2, 70)));
      return;
    case Due::kToday:
      *task.mutable_due_time() = TimestampOf(now);
      task.set_all_day(true);
      return;
    case Due::kLater:
      *task.mutable_due_time() = TimestampOf(this_hour + days(chance.Between(1, 9)) + hours(chance.Between(0, 6)));
      return;
  }
}

}  // namespace voronka::demo
