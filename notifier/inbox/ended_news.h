#pragma once

#include <string>

#include "event_consumer/change.h"
#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/approval.pb.h"
#include "voronka/crm/v1/deal.pb.h"
#include "voronka/crm/v1/task.pb.h"

namespace voronka::notifier {

// What a notification is about may end before it is read. In every user's inbox, the notifications of what has ended
// are marked. The snoozed ones among them are acknowledged: they must not come again. So are the unread ones of an
// offer, a task or an approval, which ask for something that is not to be done any more. Other unread ones stay: they
// say what happened.
//
// Call these after the timers of the task or the deal are set: a timer that was faster has its notification marked too.

// Of the task's reminders and overdue notices, those for another due time than it has now, and those of users whose
// task it is not any more; all if it is not open.
void EndTaskNews(rpc::Session& session, const crm::v1::Task& task);

// Of the tasks without a timer of that kind: what they are told of has ended too. For when the open tasks, which all
// have one, are listed again, and it is not known what became of the others.
void EndNewsOfTasksWithout(rpc::Session& session, const std::string& timer_kind);

// Of the offers whose deadline has passed, for when events were missed that may have ended them.
void EndNewsOfPassedOffers(rpc::Session& session);

// Of an approval that has been answered, or is not needed any more: whoever was asked for it has nothing to do.
void EndApprovalNews(rpc::Session& session, const crm::v1::Approval& approval);

// Of the approvals without a timer of that kind, as for tasks.
void EndNewsOfApprovalsWithout(rpc::Session& session, const std::string& timer_kind);

// The offer, when it is over; and whatever the previous responsible was told, when the deal is another's.
void EndDealNews(rpc::Session& session, const events::ChangeTo<crm::v1::Deal>& change);
// False: nothing ends with this change.
bool EndsDealNews(const events::ChangeTo<crm::v1::Deal>& change);

}  // namespace voronka::notifier
