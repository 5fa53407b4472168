#include "notifier/events/resync.h"

#include <chrono>
#include <exception>
#include <string>

#include "foundation/rpc/calls/partition.h"
#include "notifier/inbox/ended_news.h"
#include "notifier/push/sign_out.h"
#include "notifier/recipients/recipients.h"
#include "voronka/crm/v1/approval.pb.h"

namespace voronka::notifier {
namespace {

using crm::v1::Account;
using crm::v1::Task;

// Whoever follows the account's events waits meanwhile, and a lock is waited for 3 s.
constexpr client::CallOptions kShortCall = {.timeout = std::chrono::milliseconds(1500)};

const std::string kCause = "relisting";

// What is listed while this is held is no older than any event that has had its effects, whichever replica had them: a
// task that was completed must not be taken for an open one.
void LockEventCursor(rpc::Session& session) {
  session.db.Query("SELECT offset_id FROM event_cursors WHERE partition_id = ? FOR UPDATE",
                   rpc::PartitionOf(session.account_id()));
}

std::vector<int64_t> PendingAccounts(storage::Connection& db) {
  std::vector<int64_t> accounts;
  for (const auto& row : db.Query("SELECT account_id FROM relistings")) accounts.push_back(row.Int(0));
  return accounts;
}

}  // namespace

Resync::Resync(client::ServiceClients& services, const rpc::SessionContext& session_context,
               TaskReminders& task_reminders, ApprovalWaits& approval_waits, process::Log& log,
               process::Metrics& metrics)
    : services_(services),
      work_(session_context, "notifier"),
      task_reminders_(task_reminders),
      approval_waits_(approval_waits),
      log_(log),
      failures_(metrics.Counter("relisting_failures_total", "Accounts that could not be listed again.")) {}

void Resync::Run(storage::Connection& db) {
  crm::v1::ListAccountsRequest request;
  do {
    const auto page = services_.For(0).Call<crm::v1::ListAccountsResponse>(request, {.repeat = true});
    for (const auto& account : page.accounts()) {
      if (Try(account.id(), [&] { ResyncAccount(db, account); })) continue;
      db.Execute("INSERT INTO relistings (account_id) VALUES (?) ON DUPLICATE KEY UPDATE account_id = account_id",
                 account.id());
    }
    request.set_page_token(page.next_page_token());
  } while (!request.page_token().empty());
}

void Resync::RunPending(storage::Connection& db) {
  for (const int64_t account_id : PendingAccounts(db)) {
    const auto resync = [&] {
      ResyncAccount(db, services_.For(account_id).Call<Account>(crm::v1::GetAccountRequest(), kShortCall));
    };
    if (Try(account_id, resync)) db.Execute("DELETE FROM relistings WHERE account_id = ?", account_id);
  }
}

bool Resync::Try(int64_t account_id, const std::function<void()>& resync) {
  try {
    resync();
    return true;
  } catch (const std::exception& error) {
    failures_.Increment();
    log_.Error("cannot list an account again; next try in a minute",
               {{"account", account_id}, {"error", error.what()}});
    return false;
  }
}

void Resync::ResyncAccount(storage::Connection& db, const Account& account) {
  work_.Run(db, account.id(), kCause, [&](rpc::Session& session) {
    Recipients(session.db, account.id()).Save(account);
    TaskReminders::ForgetAll(session);
    ApprovalWaits::ForgetAll(session);
    EndNewsOfPassedOffers(session);
  });
  ResyncTeams(db, account.id());
  ResyncUsers(db, account.id());
  ResyncTasks(db, account.id());
  ResyncApprovals(db, account.id());
}

// Each page in a transaction of its own.
template <class Response, class Request, class Save>
void Resync::ForEachPage(storage::Connection& db, int64_t account_id, Request request, const Save& save) {
  do {
    Response page;
    work_.Run(db, account_id, kCause, [&](rpc::Session& session) {
      LockEventCursor(session);
      page = services_.For(account_id).Call<Response>(request, kShortCall);
      save(session, page);
    });
    request.set_page_token(page.next_page_token());
  } while (!request.page_token().empty());
}

void Resync::ResyncTeams(storage::Connection& db, int64_t account_id) {
  const auto save = [&](rpc::Session& session, const auto& page) {
    for (const auto& team : page.teams()) Recipients(session.db, account_id).Save(team);
  };
  ForEachPage<crm::v1::ListTeamsResponse>(db, account_id, crm::v1::ListTeamsRequest(), save);
}

void Resync::ResyncUsers(storage::Connection& db, int64_t account_id) {
  const auto save = [&](rpc::Session& session, const auto& page) {
    for (const auto& user : page.users()) {
      Recipients(session.db, account_id).Save(user);
      SignOutIfDisabled(session, user);
    }
  };
  ForEachPage<crm::v1::ListUsersResponse>(db, account_id, crm::v1::ListUsersRequest(), save);
}

void Resync::ResyncTasks(storage::Connection& db, int64_t account_id) {
  crm::v1::ListTasksRequest open;
  open.set_state(Task::STATE_OPEN);
  const auto save = [&](rpc::Session& session, const auto& page) {
    for (const auto& task : page.tasks()) task_reminders_.Follow(session, {.after = task}, session.Now());
  };
  ForEachPage<crm::v1::ListTasksResponse>(db, account_id, open, save);
  work_.Run(db, account_id, kCause, TaskReminders::EndNewsOfOthers);
}

void Resync::ResyncApprovals(storage::Connection& db, int64_t account_id) {
  crm::v1::ListApprovalsRequest unanswered;
  unanswered.set_state(crm::v1::Approval::STATE_ASKED);
  const auto save = [&](rpc::Session& session, const auto& page) {
    for (const auto& approval : page.approvals()) {
      crm::v1::ResourceChange asked;
      asked.mutable_after()->PackFrom(approval);
      approval_waits_.Follow(session, asked, {.user_id = 0, .at = session.Now()});
    }
  };
  ForEachPage<crm::v1::ListApprovalsResponse>(db, account_id, unanswered, save);
  work_.Run(db, account_id, kCause, ApprovalWaits::EndNewsOfOthers);
}

}  // namespace voronka::notifier
