#include "notifier/push/rings.h"

#include <google/protobuf/util/time_util.h>

#include <chrono>

#include "notifier/devices/devices.h"
#include "notifier/push/intents.h"
#include "notifier/push/messages.h"
#include "notifier/recipients/recipients.h"

namespace voronka::notifier {
namespace {

using v1::KindPreference;
using v1::Notification;

constexpr int64_t kUsualLife = std::chrono::microseconds(std::chrono::hours(24)).count();

std::string TextFor(const v1::Recipient& reader, const Notification& notification, const std::string& discreet_text) {
  if (reader.push_details()) return notification.text();
  return discreet_text.empty() ? KindOf(notification.kind()).title.In(reader.locale()) : discreet_text;
}

PushTerms TermsOf(const Notification& notification, const Wish& wish, const v1::Recipient& reader, int64_t now) {
  const auto& kind = KindOf(notification.kind());
  const auto chosen = wish.preference.urgency();
  return {.purpose = v1::PushIntent::PURPOSE_RING,
          .urgency = chosen == KindPreference::URGENCY_UNSPECIFIED ? kind.usually.urgency : chosen,
          .expire = kind.lives_until_deadline
                        ? google::protobuf::util::TimeUtil::TimestampToMicroseconds(notification.deadline())
                        : now + kUsualLife,
          .quiet_hours = wish.preference.in_quiet_hours() ? v1::QuietHours() : wish.quiet_hours,
          .time_zone = reader.time_zone()};
}

}  // namespace

void Ring(rpc::Session& session, int64_t user_id, const Notification& notification, const std::string& discreet_text,
          const Wish& wish) {
  if (!wish.preference.push()) return;
  const auto devices = Devices(session.db, session.account_id()).Of(user_id);
  if (devices.empty()) return;
  const auto reader = Recipients(session.db, session.account_id()).Get(user_id);
  const auto text = TextFor(reader, notification, discreet_text);
  Intend(session, user_id, devices, RingingMessage(notification, text, reader.locale()),
         TermsOf(notification, wish, reader, session.Now()));
}

}  // namespace voronka::notifier
