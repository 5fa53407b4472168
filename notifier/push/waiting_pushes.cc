#include "notifier/push/waiting_pushes.h"

#include <google/protobuf/util/time_util.h>

#include <algorithm>

#include "notifier/preferences/preference_steps.h"
#include "notifier/push/pushes.h"
#include "notifier/push/quiet_hours.h"

namespace voronka::notifier {

namespace {

using google::protobuf::util::TimeUtil;

void WaitFor(int64_t due, v1::PushIntent& push) {
  const int64_t expire = TimeUtil::TimestampToMicroseconds(push.expire_time());
  *push.mutable_due_time() = TimeUtil::MicrosecondsToTimestamp(due);
  *push.mutable_next_time() = TimeUtil::MicrosecondsToTimestamp(std::min(due, expire));
}

void KeepNewQuietHours(rpc::Session& session, const v1::QuietHours& hours) {
  Pushes pushes(session.db);
  for (auto& push : pushes.LockWithQuietHours(session.account_id(), session.caller.user_id)) {
    if (hours.enabled()) {
      *push.mutable_quiet_hours() = hours;
    } else {
      push.clear_quiet_hours();
    }
    // One that is being sent, or sent again, is held back when its time comes.
    if (push.attempts() == 0) WaitFor(AfterQuietHours(push, session.Now()), push);
    pushes.Save(push);
  }
}

}  // namespace

v1::Preferences ChangePreferences(rpc::Session& session, const v1::UpdatePreferencesRequest& request) {
  auto preferences = UpdatePreferences(session, request);
  KeepNewQuietHours(session, preferences.quiet_hours());
  return preferences;
}

}  // namespace voronka::notifier
