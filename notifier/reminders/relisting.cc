#include "notifier/reminders/relisting.h"

#include "notifier/recipients/recipients.h"

namespace voronka::notifier {
namespace {

using crm::v1::Task;

template <class Response, class Request, class Visit>
void ForEachPage(client::Client& crm, Request request, Visit visit) {
  do {
    const auto page = crm.Call<Response>(request, {.repeat = true});
    visit(page);
    request.set_page_token(page.next_page_token());
  } while (!request.page_token().empty());
}

}  // namespace

void Relisting::Run(storage::Connection& db) {
  ForEachPage<crm::v1::ListAccountsResponse>(services_.For(0), crm::v1::ListAccountsRequest(), [&](const auto& page) {
    for (const auto& account : page.accounts()) Relist(db, account);
  });
}

void Relisting::Relist(storage::Connection& db, const crm::v1::Account& account) {
  InTransaction(db, account.id(), [&](rpc::Session& session) {
    Recipients(session.db, account.id()).Keep(account);
    TaskReminders::ForgetAll(session);
  });
  RelistUsers(db, account.id());
  RelistTasks(db, account.id());
}

void Relisting::RelistUsers(storage::Connection& db, int64_t account_id) {
  const crm::v1::ListUsersRequest everybody;
  ForEachPage<crm::v1::ListUsersResponse>(services_.For(account_id), everybody, [&](const auto& page) {
    InTransaction(db, account_id, [&](rpc::Session& session) {
      for (const auto& user : page.users()) Recipients(session.db, account_id).Keep(user);
    });
  });
}

void Relisting::RelistTasks(storage::Connection& db, int64_t account_id) {
  crm::v1::ListTasksRequest open;
  open.set_state(Task::STATE_OPEN);
  ForEachPage<crm::v1::ListTasksResponse>(services_.For(account_id), open, [&](const auto& page) {
    InTransaction(db, account_id, [&](rpc::Session& session) {
      for (const auto& task : page.tasks()) {
        crm::v1::TaskChange change;
        *change.mutable_after() = task;
        task_reminders_.Follow(session, change, session.Now());
      }
    });
  });
}

void Relisting::InTransaction(storage::Connection& db, int64_t account_id, const Work& work) {
  rpc::Caller caller;
  caller.account_id = account_id;
  caller.role = options::v1::ROLE_SERVICE;
  caller.service = "notifier";
  storage::RunTransaction(db, [&](storage::Transaction& transaction) {
    const rpc::Origin origin{"", "relisting"};
    rpc::Session session(surroundings_, transaction, caller, origin);
    work(session);
  });
}

}  // namespace voronka::notifier
