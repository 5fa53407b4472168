#include "notifier/inbox/ended_news.h"

#include <google/protobuf/util/time_util.h>

#include "notifier/inbox/inbox.h"
#include "notifier/recipients/recipients.h"

namespace voronka::notifier {
namespace {

using crm::v1::Deal;
using crm::v1::Task;
using google::protobuf::util::TimeUtil;
using v1::Notification;

void AcknowledgeAll(rpc::Session& session, const std::vector<storage::Row>& ended) {
  for (const auto& row : ended) Inbox(session, row.Int(0)).Acknowledge(row.Int(1));
}

bool OfferIsOver(const Deal& before, const Deal& after) {
  if (!before.has_offer_deadline()) return false;
  return !after.has_offer_deadline() || before.offer_attempt() != after.offer_attempt();
}

bool IsAnothers(const events::ChangeTo<Deal>& change) {
  return change.before.responsible_user_id() != change.after.responsible_user_id();
}

}  // namespace

bool EndsDealNews(const events::ChangeTo<Deal>& change) {
  return change.HasBefore() && (IsAnothers(change) || OfferIsOver(change.before, change.after));
}

// What is told of a task is its assignee's, or whoever stands in for them; that it is overdue, its setter's too.
void EndTaskNews(rpc::Session& session, const Task& task) {
  const int64_t account = session.account_id();
  const int64_t assignee = task.assignee_user_id();
  session.db.Execute(
      "UPDATE inbox SET ended = IF(? AND deadline = ? AND (user_id IN (?, ?) OR (kind = ? AND user_id = ?)), 0, 1) "
      "WHERE account_id = ? AND task_id = ? AND kind IN (?, ?)",
      task.state() == Task::STATE_OPEN, TimeUtil::TimestampToMicroseconds(task.due_time()), assignee,
      Recipients(session.db, account).ActiveFor(assignee), Notification::KIND_TASK_OVERDUE, task.setter_user_id(),
      account, task.id(), Notification::KIND_TASK_REMINDER, Notification::KIND_TASK_OVERDUE);
  AcknowledgeAll(session,
                 session.db.Query("SELECT user_id, id FROM inbox WHERE account_id = ? AND task_id = ? AND ended = 1 "
                                  "AND state IN (?, ?)",
                                  account, task.id(), Notification::STATE_UNREAD, Notification::STATE_SNOOZED));
}

void EndNewsOfTasksWithout(rpc::Session& session, const std::string& timer_kind) {
  const int64_t account = session.account_id();
  session.db.Execute(
      "UPDATE inbox SET ended = 1 WHERE account_id = ? AND task_id > 0 AND kind IN (?, ?) AND NOT EXISTS "
      "(SELECT 1 FROM timers WHERE timers.account_id = inbox.account_id AND timers.kind = ? "
      "AND timers.subject = inbox.task_id)",
      account, Notification::KIND_TASK_REMINDER, Notification::KIND_TASK_OVERDUE, timer_kind);
  AcknowledgeAll(session,
                 session.db.Query("SELECT user_id, id FROM inbox WHERE account_id = ? AND task_id > 0 AND ended = 1 "
                                  "AND state IN (?, ?)",
                                  account, Notification::STATE_UNREAD, Notification::STATE_SNOOZED));
}

void EndNewsOfPassedOffers(rpc::Session& session) {
  AcknowledgeAll(session,
                 session.db.Query("SELECT user_id, id FROM inbox WHERE account_id = ? AND kind IN (?, ?) "
                                  "AND state IN (?, ?) AND deadline <= ?",
                                  session.account_id(), Notification::KIND_OFFER, Notification::KIND_OFFER_WARNING,
                                  Notification::STATE_UNREAD, Notification::STATE_SNOOZED, session.Now()));
}

void EndDealNews(rpc::Session& session, const events::ChangeTo<Deal>& change) {
  if (!EndsDealNews(change)) return;
  const bool is_anothers = IsAnothers(change);
  const int64_t account = session.account_id();
  const int64_t deal = change.after.id();
  session.db.Execute(
      "UPDATE inbox SET ended = 1 WHERE account_id = ? AND deal_id = ? AND (kind IN (?, ?) OR (? AND kind IN (?, ?, "
      "?, ?)))",
      account, deal, Notification::KIND_OFFER, Notification::KIND_OFFER_WARNING, is_anothers,
      Notification::KIND_DEAL_ASSIGNED, Notification::KIND_DEAL_ESCALATED, Notification::KIND_CLIENT_WROTE,
      Notification::KIND_DEAL_PASSED_ON);
  AcknowledgeAll(session,
                 session.db.Query("SELECT user_id, id FROM inbox WHERE account_id = ? AND deal_id = ? AND ended = 1 "
                                  "AND (state = ? OR (state = ? AND kind IN (?, ?)))",
                                  account, deal, Notification::STATE_SNOOZED, Notification::STATE_UNREAD,
                                  Notification::KIND_OFFER, Notification::KIND_OFFER_WARNING));
}

}  // namespace voronka::notifier
