#include "notifier/inbox/ended_news.h"

#include <google/protobuf/util/time_util.h>

#include <string>
#include <utility>
#include <vector>

#include "notifier/inbox/acknowledging.h"
#include "notifier/kinds/kinds.h"
#include "notifier/news/approval_news.h"
#include "notifier/recipients/recipients.h"

namespace voronka::notifier {
namespace {

using crm::v1::Deal;
using crm::v1::Task;
using google::protobuf::util::TimeUtil;
using v1::Notification;

// Those for which the condition holds.
void SettleWhere(rpc::Session& session, const std::string& condition, std::vector<storage::Value> parameters) {
  AcknowledgeAll(session, LockWhere(session, condition, std::move(parameters)), v1::DeliveryStep::KIND_SETTLED);
}

bool OfferIsOver(const Deal& before, const Deal& after) {
  if (!before.has_offer_deadline()) return false;
  return !after.has_offer_deadline() || before.offer_attempt() != after.offer_attempt();
}

// It is another's, or there is nothing to do about it any more.
bool OwnershipIsOver(const Deal& before, const Deal& after) {
  const bool is_closed =
      after.state() == Deal::STATE_WON || after.state() == Deal::STATE_LOST || after.state() == Deal::STATE_ATTACHED;
  return before.responsible_user_id() != after.responsible_user_id() || (is_closed && before.state() != after.state());
}

}  // namespace

bool EndsDealNews(const events::ChangeTo<Deal>& change) {
  return change.HasBefore() &&
         (OwnershipIsOver(change.before, change.after) || OfferIsOver(change.before, change.after));
}

// What is told of a task is its assignee's, or whoever stands in for them; some of it is its setter's too.
void EndTaskNews(rpc::Session& session, const Task& task) {
  static const std::string mark = "UPDATE inbox SET ended = IF(? AND deadline = ? AND (user_id IN (?, ?) OR (kind " +
                                  InKinds([](const Kind& kind) { return kind.also_for_setter; }) +
                                  " AND user_id = ?)), 0, 1) WHERE account_id = ? AND task_id = ? AND kind " +
                                  InKindsThatEndWith(EndsWith::kTask);
  const int64_t account = session.account_id();
  const int64_t assignee = task.assignee_user_id();
  session.db.Execute(mark, task.state() == Task::STATE_OPEN, TimeUtil::TimestampToMicroseconds(task.due_time()),
                     assignee, Recipients(session.db, account).ActiveFor(assignee), task.setter_user_id(), account,
                     task.id());
  SettleWhere(session, "task_id = ? AND ended = 1 AND state IN (?, ?)",
              {task.id(), Notification::STATE_UNREAD, Notification::STATE_SNOOZED});
}

void EndNewsOfTasksWithout(rpc::Session& session, const std::string& timer_kind) {
  static const std::string mark = "UPDATE inbox SET ended = 1 WHERE account_id = ? AND task_id > 0 AND kind " +
                                  InKindsThatEndWith(EndsWith::kTask) +
                                  " AND NOT EXISTS (SELECT 1 FROM timers WHERE timers.account_id = inbox.account_id "
                                  "AND timers.kind = ? AND timers.subject = inbox.task_id)";
  const int64_t account = session.account_id();
  session.db.Execute(mark, account, timer_kind);
  SettleWhere(session, "task_id > 0 AND ended = 1 AND state IN (?, ?)",
              {Notification::STATE_UNREAD, Notification::STATE_SNOOZED});
}

void EndNewsOfPassedOffers(rpc::Session& session) {
  static const std::string passed =
      "kind " + InKindsThatEndWith(EndsWith::kOffer) + " AND state IN (?, ?) AND deadline <= ?";
  SettleWhere(session, passed, {Notification::STATE_UNREAD, Notification::STATE_SNOOZED, session.Now()});
}

void EndApprovalNews(rpc::Session& session, const crm::v1::Approval& approval) {
  const auto asking = KeyOfAsking(approval.id());
  const auto passing_on = KeyOfPassingOn(approval.id());
  session.db.Execute("UPDATE inbox SET ended = 1 WHERE account_id = ? AND deal_id = ? AND told_key IN (?, ?)",
                     session.account_id(), approval.deal_id(), asking, passing_on);
  SettleWhere(session, "deal_id = ? AND told_key IN (?, ?) AND state IN (?, ?)",
              {approval.deal_id(), asking, passing_on, Notification::STATE_UNREAD, Notification::STATE_SNOOZED});
}

// The key of the news ends with the approval's id, and the timer's slot is that.
void EndNewsOfApprovalsWithout(rpc::Session& session, const std::string& timer_kind) {
  static const std::string of_approvals = "kind " + InKindsThatEndWith(EndsWith::kApproval);
  static const std::string mark =
      "UPDATE inbox SET ended = 1 WHERE account_id = ? AND " + of_approvals +
      " AND NOT EXISTS (SELECT 1 FROM timers WHERE timers.account_id = inbox.account_id AND timers.kind = ? "
      "AND timers.subject = inbox.deal_id AND timers.slot = CAST(SUBSTRING_INDEX(inbox.told_key, '/', -1) AS SIGNED))";
  session.db.Execute(mark, session.account_id(), timer_kind);
  SettleWhere(session, of_approvals + " AND ended = 1 AND state IN (?, ?)",
              {Notification::STATE_UNREAD, Notification::STATE_SNOOZED});
}

void EndDealNews(rpc::Session& session, const events::ChangeTo<Deal>& change) {
  if (!EndsDealNews(change)) return;
  static const std::string mark = "UPDATE inbox SET ended = 1 WHERE account_id = ? AND deal_id = ? AND (kind " +
                                  InKindsThatEndWith(EndsWith::kOffer) + " OR (? AND kind " +
                                  InKindsThatEndWith(EndsWith::kOwnership) + "))";
  static const std::string ended = "deal_id = ? AND ended = 1 AND (state = ? OR (state = ? AND kind NOT " +
                                   InKinds([](const Kind& kind) { return kind.stays_unread; }) + "))";
  const int64_t account = session.account_id();
  const int64_t deal = change.after.id();
  session.db.Execute(mark, account, deal, OwnershipIsOver(change.before, change.after));
  SettleWhere(session, ended, {deal, Notification::STATE_SNOOZED, Notification::STATE_UNREAD});
}

}  // namespace voronka::notifier
