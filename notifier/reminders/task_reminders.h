#pragma once

#include "foundation/timers/timers.h"
#include "voronka/crm/v1/event.pb.h"

namespace voronka::notifier {

// Keeps the timers of open tasks, and tells what they are for: reminders to the assignee, and that a task is overdue,
// to the assignee and the setter. A timer carries the task as it was set, so that firing asks nobody.
class TaskReminders {
 public:
  explicit TaskReminders(timers::Timers& timers);

  // `changed_at`: when it became so.
  void Follow(rpc::Session& session, const crm::v1::TaskChange& change, int64_t changed_at);
  // Every timer of the account's tasks, before all open ones are followed anew.
  static void ForgetAll(rpc::Session& session);

 private:
  void ArmReminders(rpc::Session& session, const crm::v1::TaskChange& change, int64_t changed_at);
  void ArmOverdue(rpc::Session& session, crm::v1::Task task);

  timers::Timers& timers_;
};

}  // namespace voronka::notifier
