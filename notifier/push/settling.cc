#include "notifier/push/settling.h"

#include <algorithm>
#include <chrono>
#include <iterator>
#include <map>
#include <string_view>
#include <utility>
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

// By user and number.
using Settled = std::map<std::pair<int64_t, int64_t>, const v1::Notification*>;

Settled ByNumber(std::span<const InboxEntry> entries) {
  Settled settled;
  for (const auto& [user_id, notification] : entries) settled[{user_id, notification.id()}] = &notification;
  return settled;
}

}  // namespace

void Settle(rpc::Session& session, std::span<const InboxEntry> entries) {
  if (process::Broken(process::Fault::kUnsettledPush)) return;
  const auto settled = ByNumber(entries);
  Pushes pushes(session.db);
  std::vector<v1::PushIntent> closing;
  for (const auto& [device, user_id, notification_id, occurrence] : pushes.Cancel(session.account_id(), entries)) {
    const auto& notification = *settled.at({user_id, notification_id});
    if (notification.occurrence() != occurrence) continue;
    if (device.session_id() == session.caller.session_id || !MayBePushedSilently(device)) continue;
    std::ranges::move(IntentsFor(session, user_id, {device}, ClosingMessage(notification),
                                 {.purpose = v1::PushIntent::PURPOSE_CLOSE,
                                  .urgency = v1::KindPreference::URGENCY_LOW,
                                  .expire = session.Now() + kLife}),
                      std::back_inserter(closing));
  }
  pushes.Add(closing);
}

}  // namespace voronka::notifier
