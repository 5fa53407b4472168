#include "notifier/push/rings.h"

#include <google/protobuf/util/time_util.h>

#include <algorithm>
#include <chrono>
#include <iterator>

#include "foundation/process/fault_points.h"
#include "notifier/devices/devices.h"
#include "notifier/push/intents.h"
#include "notifier/push/messages.h"
#include "notifier/push/pushes.h"
#include "notifier/recipients/recipients.h"

namespace voronka::notifier {
namespace {

using process::Broken;
using process::Fault;
using v1::KindPreference;
using v1::Notification;

constexpr int64_t kUsualLife = std::chrono::microseconds(std::chrono::hours(24)).count();

std::string TextFor(const v1::Recipient& reader, const Ringing& ringing) {
  const auto& notification = ringing.notification;
  if (reader.push_details()) return notification.text();
  return ringing.discreet_text.empty() ? KindOf(notification.kind()).title.In(reader.locale()) : ringing.discreet_text;
}

PushTerms TermsOf(const Ringing& ringing, const v1::Recipient& reader, int64_t now) {
  const auto& [user_id, notification, discreet_text, wish] = ringing;
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

std::vector<int64_t> UsersOf(const std::vector<Ringing>& ringing) {
  std::vector<int64_t> users;
  for (const auto& each : ringing) users.push_back(each.user_id);
  return users;
}

}  // namespace

void Ring(rpc::Session& session, std::vector<Ringing> ringing) {
  std::erase_if(ringing,
                [](const auto& each) { return !each.wish.preference.push() && !Broken(Fault::kUnwishedPush); });
  const auto devices = Devices(session.db, session.account_id()).OfAll(UsersOf(ringing));
  std::erase_if(ringing, [&](const auto& each) { return !devices.contains(each.user_id); });
  if (ringing.empty()) return;
  const auto readers = Recipients(session.db, session.account_id()).GetAll(UsersOf(ringing));
  std::vector<v1::PushIntent> intents;
  for (const auto& each : ringing) {
    const auto& reader = readers.at(each.user_id);
    const auto message = RingingMessage(each.notification, TextFor(reader, each), reader.locale());
    std::ranges::move(
        IntentsFor(session, each.user_id, devices.at(each.user_id), message, TermsOf(each, reader, session.Now())),
        std::back_inserter(intents));
  }
  Pushes(session.db).Add(intents);
}

}  // namespace voronka::notifier
