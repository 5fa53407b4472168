#include "notifier/reminders/approval_waits.h"

#include <google/protobuf/util/time_util.h>

#include <chrono>

#include "event_consumer/change.h"
#include "foundation/storage/select_by_ids.h"
#include "foundation/storage/stored_message.h"
#include "notifier/inbox/ended_news.h"
#include "notifier/inbox/notify.h"
#include "notifier/recipients/recipients.h"
#include "voronka/crm/v1/approval.pb.h"

namespace voronka::notifier {
namespace {

using crm::v1::Approval;
using crm::v1::ResourceChange;
using timers::Timer;

// Of a deal, with a slot for each of its approvals.
constexpr const char* kUnanswered = "approval";
constexpr int64_t kAWeek = std::chrono::microseconds(std::chrono::hours(7 * 24)).count();

timers::TimerKey WaitOf(const rpc::Session& session, const Approval& approval) {
  return {session.account_id(), kUnanswered, approval.deal_id(), approval.id()};
}

void AskOthers(rpc::Session& session, const Timer& timer) {
  Recipients recipients(session.db, session.account_id());
  Notify(session, NewsOfUnanswered(recipients, storage::Stored<ResourceChange>(timer.payload), timer.due));
}

}  // namespace

ApprovalWaits::ApprovalWaits(timers::Timers& timers) : timers_(timers) { timers_.OnDue(kUnanswered, AskOthers); }

void ApprovalWaits::Follow(rpc::Session& session, const ResourceChange& change, const ChangedBy& by) {
  using google::protobuf::util::TimeUtil;
  const auto approval = events::Unpacked<Approval>(change.after());
  if (approval.state() == Approval::STATE_ASKED) {
    timers_.Arm(session, {.key = WaitOf(session, approval),
                          .due = TimeUtil::TimestampToMicroseconds(approval.pass_on_time()),
                          .payload = change.SerializeAsString()});
  } else {
    timers::TimerTable(session.db).Cancel(WaitOf(session, approval));
    EndApprovalNews(session, approval);
  }
  Recipients recipients(session.db, session.account_id());
  Notify(session, NewsOfApproval(recipients, change, by));
}

void ApprovalWaits::ForgetAll(rpc::Session& session) {
  session.db.Execute("DELETE FROM timers WHERE account_id = ? AND kind = ?", session.account_id(), kUnanswered);
}

void ApprovalWaits::EndNewsOfOthers(rpc::Session& session) { EndNewsOfApprovalsWithout(session, kUnanswered); }

std::set<int64_t> DealsThatWait(rpc::Session& session, const std::vector<int64_t>& deal_ids) {
  std::set<int64_t> waiting;
  for (const auto& portion : storage::InPortions(deal_ids)) {
    std::vector<storage::Value> parameters{session.account_id(), kUnanswered, session.Now() - kAWeek};
    parameters.insert(parameters.end(), portion.ids.begin(), portion.ids.end());
    for (const auto& row : session.db.QueryWith(
             "SELECT DISTINCT subject FROM timers WHERE account_id = ? AND kind = ? AND due > ? AND subject IN (" +
                 portion.placeholders + ")",
             parameters)) {
      waiting.insert(row.Int(0));
    }
  }
  return waiting;
}

}  // namespace voronka::notifier
