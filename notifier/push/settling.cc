#include "notifier/push/settling.h"

#include <chrono>
#include <string_view>
#include <vector>

#include "foundation/process/fault_points.h"
#include "notifier/push/intents.h"
#include "notifier/push/messages.h"
#include "notifier/push/pushes.h"

namespace voronka::notifier {
namespace {

// Afterwards the user has seen it anyway.
constexpr int64_t kLife = std::chrono::microseconds(std::chrono::minutes(10)).count();

// Apple ends the subscription of a web app that shows nothing for a push.
bool MayBePushedSilently(const v1::Device& device) {
  return device.vendor() != v1::VENDOR_WEB_PUSH ||
         std::string_view(device.address()).find("push.apple.com/") == std::string_view::npos;
}

}  // namespace

void Settle(rpc::Session& session, int64_t user_id, const v1::Notification& notification) {
  if (process::Broken(process::Fault::kUnsettledPush)) return;
  Pushes pushes(session.db);
  const int64_t account = session.account_id();
  if (!pushes.Has(account, user_id, notification.id())) return;
  pushes.Cancel(account, user_id, notification.id());
  auto devices = pushes.DevicesThatMayShow(account, user_id, notification);
  std::erase_if(devices, [&](const auto& device) {
    return device.session_id() == session.caller.session_id || !MayBePushedSilently(device);
  });
  pushes.Add(IntentsFor(session, user_id, devices, ClosingMessage(notification),
                        {.purpose = v1::PushIntent::PURPOSE_CLOSE,
                         .urgency = v1::KindPreference::URGENCY_LOW,
                         .expire = session.Now() + kLife}));
}

}  // namespace voronka::notifier
