#pragma once

#include <functional>

#include "client/service_clients.h"
#include "foundation/process/log.h"
#include "foundation/process/metrics.h"
#include "foundation/rpc/calls/account_work.h"
#include "notifier/reminders/approval_waits.h"
#include "notifier/reminders/task_reminders.h"
#include "voronka/crm/v1/account.pb.h"

namespace voronka::notifier {

// When the event log does not reach back to where the notifier stopped: takes over people, open tasks and unanswered
// approvals as the system of record lists them now. Nobody is notified twice of the same. An account that fails holds
// up no other: it is logged and counted, kept in the table `relistings`, and tried again later.
class Resync {
 public:
  Resync(client::ServiceClients& services, const rpc::SessionContext& session_context, TaskReminders& task_reminders,
         ApprovalWaits& approval_waits, process::Log& log, process::Metrics& metrics);

  // Every account. Throws only if the accounts cannot be listed, or a failed one cannot be kept.
  void Run(storage::Connection& db);
  // The accounts in the table `relistings`, while the others follow the log.
  void RunPending(storage::Connection& db);

 private:
  // False: it failed.
  bool Try(int64_t account_id, const std::function<void()>& resync);
  void ResyncAccount(storage::Connection& db, const crm::v1::Account& account);
  template <class Response, class Request, class Save>
  void ForEachPage(storage::Connection& db, int64_t account_id, Request request, const Save& save);
  void ResyncTeams(storage::Connection& db, int64_t account_id);
  void ResyncUsers(storage::Connection& db, int64_t account_id);
  void ResyncTasks(storage::Connection& db, int64_t account_id);
  void ResyncApprovals(storage::Connection& db, int64_t account_id);

  client::ServiceClients& services_;
  const rpc::AccountWork work_;
  TaskReminders& task_reminders_;
  ApprovalWaits& approval_waits_;
  process::Log& log_;
  prometheus::Counter& failures_;
};

}  // namespace voronka::notifier
