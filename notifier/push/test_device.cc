#include "notifier/push/test_device.h"

#include <algorithm>
#include <chrono>

#include "foundation/rpc/requests/error.h"
#include "notifier/devices/devices.h"
#include "notifier/push/intents.h"
#include "notifier/push/messages.h"
#include "notifier/push/pushes.h"
#include "notifier/recipients/recipients.h"

namespace voronka::notifier {

using rpc::Session;
using v1::Notification;

namespace {

// Whoever tries looks at the device now.
constexpr int64_t kTestLife = std::chrono::microseconds(std::chrono::minutes(5)).count();

v1::Device RequireOwn(Session& session, int64_t id) {
  for (auto& device : Devices(session.db, session.account_id()).Of(session.caller.user_id)) {
    if (device.id() == id) return std::move(device);
  }
  throw rpc::NotFound("device", id);
}

// It is in nobody's inbox.
Notification TestNotification(Session& session) {
  Notification notification;
  notification.set_id(session.NextId("notification", storage::Numbering::kInternal));
  notification.set_kind(Notification::KIND_TEST);
  notification.set_occurrence(1);
  notification.set_sound(true);
  return notification;
}

}  // namespace

google::protobuf::Empty TestDevice(Session& session, const v1::TestDeviceRequest& request,
                                   const std::function<void()>& wake) {
  const auto device = RequireOwn(session, request.device_id());
  const int64_t user_id = session.caller.user_id;
  const auto locale = Recipients(session.db, session.account_id()).Get(user_id).locale();
  const auto& kind = KindOf(Notification::KIND_TEST);
  const auto message = RingingMessage(TestNotification(session), kind.text.In(locale), locale);
  Pushes(session.db)
      .Add(IntentsFor(session, user_id, {device}, message,
                      {.purpose = v1::PushIntent::PURPOSE_RING,
                       .urgency = kind.usually.urgency,
                       .expire = session.Now() + kTestLife}));
  session.AfterCommit(wake);
  return {};
}

}  // namespace voronka::notifier
