#include "notifier/services.h"

#include <memory>

#include "foundation/events/stream_cursor.h"
#include "notifier/devices/device_steps.h"
#include "notifier/explanations/delivery_steps.h"
#include "notifier/inbox/inbox_steps.h"
#include "notifier/preferences/preference_steps.h"
#include "notifier/push/test_device.h"
#include "notifier/push/waiting_pushes.h"
#include "notifier/streams/subscription.h"

namespace voronka::notifier {

rpc::Services NotifierServices(rpc::FeedHost& host, const events::Tail& tail, SnoozeTimers& snooze_timers,
                               const PushServices& push_services, PushSender& push_sender,
                               StreamedNotes& streamed_notes) {
  const auto subscribe = [&](const rpc::Caller& caller, const v1::SubscribeRequest& request) {
    return std::unique_ptr<rpc::FeedSource<v1::SubscribeResponse>>(
        new Subscription(tail, caller, events::DecodeCursor(request.cursor()), streamed_notes));
  };
  const auto snooze = [&](rpc::Session& session, const v1::SnoozeNotificationRequest& request) {
    return SnoozeNotification(session, request, snooze_timers);
  };
  const auto push_settings = [&](rpc::Session& session, const v1::GetPushSettingsRequest& request) {
    return GetPushSettings(session, request, push_services);
  };
  const auto register_device = [&](rpc::Session& session, const v1::RegisterDeviceRequest& request) {
    return RegisterDevice(session, request, push_services);
  };
  const auto test_device = [&](rpc::Session& session, const v1::TestDeviceRequest& request) {
    return TestDevice(session, request, [&push_sender] { push_sender.Wake(); });
  };
  rpc::Services services;
  services.push_back(rpc::MakeService(host, "voronka.notifier.v1.InboxService",
                                      {subscribe, ListNotifications, AcknowledgeNotification, snooze}));
  services.push_back(rpc::MakeService(host, "voronka.notifier.v1.DeviceService",
                                      {push_settings, register_device, ListDevices, RemoveDevice, test_device}));
  services.push_back(
      rpc::MakeService(host, "voronka.notifier.v1.PreferenceService", {GetPreferences, ChangePreferences}));
  services.push_back(rpc::MakeService(host, "voronka.notifier.v1.DeliveryService", {ExplainDelivery, ReportShown}));
  return services;
}

}  // namespace voronka::notifier
