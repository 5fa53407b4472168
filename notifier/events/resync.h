#pragma once

#include <functional>

#include "client/service_clients.h"
#include "foundation/process/log.h"
#include "foundation/process/metrics.h"
#include "foundation/rpc/session.h"
#include "notifier/reminders/task_reminders.h"

namespace voronka::notifier {

// When the event log does not reach back to where the notifier stopped: people and open tasks as the system of record
// lists them now. What was told before is not told again. An account that fails holds up no other: it is logged and
// counted, kept in the table `relistings`, and tried again later.
class Relisting {
 public:
  Relisting(client::ServiceClients& services, const rpc::Surroundings& surroundings, TaskReminders& task_reminders,
            process::Log& log, process::Metrics& metrics);

  // Every account. Throws only where it cannot be told which those are, or which have failed.
  void Run(storage::Connection& db);
  // Those that are still to be listed, while others follow the log.
  void RunAgain(storage::Connection& db);

 private:
  using Work = std::function<void(rpc::Session&)>;

  // Whether it could be listed.
  bool Try(int64_t account_id, const std::function<void()>& relist);
  void Relist(storage::Connection& db, const crm::v1::Account& account);
  template <class Response, class Request, class Keep>
  void ForEachPage(storage::Connection& db, int64_t account_id, Request request, const Keep& keep);
  void RelistTeams(storage::Connection& db, int64_t account_id);
  void RelistUsers(storage::Connection& db, int64_t account_id);
  void RelistTasks(storage::Connection& db, int64_t account_id);
  void InTransaction(storage::Connection& db, int64_t account_id, const Work& work);

  client::ServiceClients& services_;
  const rpc::Surroundings& surroundings_;
  TaskReminders& task_reminders_;
  process::Log& log_;
  prometheus::Counter& failures_;
};

}  // namespace voronka::notifier
