#include "notifier/push/intents.h"

#include <google/protobuf/util/time_util.h>

#include <algorithm>

#include "notifier/push/quiet_hours.h"

namespace voronka::notifier {
namespace {

using google::protobuf::util::TimeUtil;
using v1::PushIntent;

PushIntent IntentFor(const v1::PushMessage& message, const PushTerms& terms, int64_t now) {
  PushIntent intent;
  intent.set_notification_id(message.notification_id());
  intent.set_occurrence(message.occurrence());
  intent.set_purpose(terms.purpose);
  intent.set_state(PushIntent::STATE_PENDING);
  intent.set_urgency(terms.urgency);
  if (terms.quiet_hours.enabled()) {
    *intent.mutable_quiet_hours() = terms.quiet_hours;
    intent.set_time_zone(terms.time_zone);
  }
  const int64_t due = AfterQuietHours(intent, now);
  *intent.mutable_create_time() = TimeUtil::MicrosecondsToTimestamp(now);
  *intent.mutable_due_time() = TimeUtil::MicrosecondsToTimestamp(due);
  *intent.mutable_expire_time() = TimeUtil::MicrosecondsToTimestamp(terms.expire);
  // One that will never be due within its life is given up when that is over.
  *intent.mutable_next_time() = TimeUtil::MicrosecondsToTimestamp(std::min(due, terms.expire));
  *intent.mutable_message() = message;
  if (!message.close()) *intent.mutable_message()->mutable_expire_time() = intent.expire_time();
  return intent;
}

}  // namespace

std::vector<PushIntent> IntentsFor(rpc::Session& session, int64_t user_id, const std::vector<v1::Device>& devices,
                                   const v1::PushMessage& message, const PushTerms& terms) {
  auto intent = IntentFor(message, terms, session.Now());
  intent.set_account_id(session.account_id());
  intent.set_user_id(user_id);
  std::vector<PushIntent> intents;
  for (const auto& device : devices) {
    intent.set_id(session.NextId("push", storage::Numbering::kInternal));
    intent.set_device_id(device.id());
    intent.set_device_name(device.name());
    intent.mutable_message()->set_session_id(device.session_id());
    intents.push_back(intent);
  }
  return intents;
}

}  // namespace voronka::notifier
