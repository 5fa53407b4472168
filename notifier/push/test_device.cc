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
constexpr int64_t kMinute = std::chrono::microseconds(std::chrono::minutes(1)).count();
constexpr int kMostTests = 10;

v1::Device RequireOwn(Session& session, int64_t id) {
  for (auto& device : Devices(session.db, session.account_id()).Of(session.caller.user_id)) {
    if (device.id() == id) return std::move(device);
  }
  throw rpc::NotFound("device", id);
}

void CheckHasRoom(Session& session) {
  const int64_t since = session.Now() - kMinute;
  if (Pushes(session.db).CountOfTests(session.account_id(), session.caller.user_id, since) < kMostTests) return;
  throw rpc::Error(rpc::Code::kFailedPrecondition, {"TOO_MANY_TESTS",
                                                    "device_id",
                                                    {"Ten tests a minute are enough; wait a minute.",
                                                     "Десяти проверок в минуту достаточно: подождите минуту."}});
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

v1::TestDeviceResponse TestDevice(Session& session, const v1::TestDeviceRequest& request,
                                  const std::function<void()>& wake) {
  const auto device = RequireOwn(session, request.device_id());
  CheckHasRoom(session);
  const int64_t user_id = session.caller.user_id;
  const auto locale = Recipients(session.db, session.account_id()).Get(user_id).locale();
  const auto& kind = KindOf(Notification::KIND_TEST);
  const auto notification = TestNotification(session);
  const auto message = RingingMessage(notification, kind.text.In(locale), locale);
  Pushes(session.db)
      .Add(IntentsFor(session, user_id, {device}, message,
                      {.purpose = v1::PushIntent::PURPOSE_RING,
                       .urgency = kind.usually.urgency,
                       .expire = session.Now() + kTestLife}));
  session.AfterCommit(wake);
  v1::TestDeviceResponse response;
  response.set_notification_id(notification.id());
  return response;
}

}  // namespace voronka::notifier
