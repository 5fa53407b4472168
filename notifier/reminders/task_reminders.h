#pragma once

#include <span>

#include "event_consumer/change.h"
#include "foundation/timers/timers.h"
#include "voronka/crm/v1/task.pb.h"

namespace voronka::notifier {

// Keeps the timers of open tasks and fires them: reminds the assignee, and notifies the assignee and the setter when
// the task is overdue. While its deal waits for an approval, it is not: whoever has it can do nothing. A timer carries
// the task as it was set, so that firing needs no call.
class TaskReminders {
 public:
  explicit TaskReminders(timers::Timers& timers);

  // `changed_at`: when the task was changed.
  void Follow(rpc::Session& session, const events::ChangeTo<crm::v1::Task>& change, int64_t changed_at);
  // Every timer of the account's tasks, before all open ones are listed again.
  static void ForgetAll(rpc::Session& session);
  // After that: what users were told of the other tasks has ended.
  static void EndNewsOfOthers(rpc::Session& session);

 private:
  void ArmReminders(rpc::Session& session, const events::ChangeTo<crm::v1::Task>& change, int64_t changed_at);
  // The reminders keep their moments and say what the task is now.
  void RefreshReminders(rpc::Session& session, const crm::v1::Task& task);
  void NotifyOverdue(rpc::Session& session, std::span<const timers::Timer> timers);
  void ArmOverdue(rpc::Session& session, const events::ChangeTo<crm::v1::Task>& change, int64_t changed_at);

  timers::Timers& timers_;
};

}  // namespace voronka::notifier
