#include "notifier/inbox/snooze_timers.h"

#include "notifier/inbox/inbox.h"

namespace voronka::notifier {
namespace {

constexpr const char* kSnooze = "snooze";

void ShowAgain(rpc::Session& session, const timers::Timer& timer) {
  Inbox(session, timer.key.slot).ShowAgain(timer.key.subject, timer.due);
  timers::TimerTable(session.db).Cancel(timer.key);
}

}  // namespace

SnoozeTimers::SnoozeTimers(timers::Timers& timers) : timers_(timers) { timers_.OnDue(kSnooze, ShowAgain); }

void SnoozeTimers::Set(rpc::Session& session, int64_t notification_id, int64_t until) {
  // The slot says whose notification it is.
  const timers::TimerKey key = {session.account_id(), kSnooze, notification_id, session.caller.user_id};
  timers_.Arm(session, {.key = key, .due = until, .payload = ""});
}

}  // namespace voronka::notifier
