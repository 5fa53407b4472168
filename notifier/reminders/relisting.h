#pragma once

#include "client/service_clients.h"
#include "foundation/rpc/session.h"
#include "notifier/reminders/task_reminders.h"

namespace voronka::notifier {

// When the event log does not reach back to where the notifier stopped: people and open tasks as the system of record
// lists them now. What was told before is not told again.
class Relisting {
 public:
  Relisting(client::ServiceClients& services, const rpc::Surroundings& surroundings, TaskReminders& task_reminders)
      : services_(services), surroundings_(surroundings), task_reminders_(task_reminders) {}

  void Run(storage::Connection& db);

 private:
  using Work = std::function<void(rpc::Session&)>;

  void Relist(storage::Connection& db, const crm::v1::Account& account);
  void RelistUsers(storage::Connection& db, int64_t account_id);
  void RelistTasks(storage::Connection& db, int64_t account_id);
  void InTransaction(storage::Connection& db, int64_t account_id, const Work& work);

  client::ServiceClients& services_;
  const rpc::Surroundings& surroundings_;
  TaskReminders& task_reminders_;
};

}  // namespace voronka::notifier
