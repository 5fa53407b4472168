#include "notifier/devices/device_steps.h"

#include <google/protobuf/util/time_util.h>

#include "foundation/rpc/calls/revocations.h"
#include "foundation/rpc/requests/created.h"
#include "foundation/rpc/requests/error.h"
#include "foundation/rpc/requests/visible_line.h"
#include "foundation/storage/errors.h"
#include "notifier/devices/devices.h"
#include "notifier/devices/trouble_text.h"

namespace voronka::notifier {

using google::protobuf::util::TimeUtil;
using rpc::Session;
using v1::Device;

namespace {

void CheckHasRoom(Devices& devices, int64_t user_id) {
  if (devices.CountOf(user_id) < kMostDevices) return;
  throw rpc::Error(rpc::Code::kFailedPrecondition,
                   {"TOO_MANY_DEVICES",
                    "device",
                    {"You have 50 devices; remove one first.", "У вас уже 50 устройств: сначала удалите лишнее."}});
}

// The same number for the session's next registration: what waits to be pushed goes to the new address.
int64_t NumberFor(Session& session, Devices& devices) {
  const int64_t known = devices.IdOfSession(session.caller.session_id);
  if (known != 0) return known;
  CheckHasRoom(devices, session.caller.user_id);
  return session.NextId("device");
}

// Another has registered the same address at this moment; the next attempt sees its row.
void Put(Session& session, const Device& device) try {
  Devices(session.db, session.account_id()).Put(session.caller.user_id, device);
} catch (const storage::DuplicateKey& duplicate) {
  throw storage::Retryable(duplicate.code(), duplicate.what());
}

Device WithoutSecrets(Device device) {
  device.clear_address();
  device.clear_public_key();
  device.clear_auth_secret();
  return device;
}

std::string ProblemText(const Refusal& refusal, const rpc::Caller& reader) {
  const auto why = TroubleText(refusal, reader.locale, reader.role);
  return rpc::InLanguage(reader.locale, {"Notifications do not arrive: " + why, "Уведомления не доходят: " + why});
}

}  // namespace

v1::PushSettings GetPushSettings(Session&, const v1::GetPushSettingsRequest&, const PushServices& push_services) {
  v1::PushSettings settings;
  for (const auto vendor : push_services.Configured()) settings.add_vendors(vendor);
  settings.set_application_server_key(push_services.ApplicationServerKey());
  return settings;
}

Device RegisterDevice(Session& session, const v1::RegisterDeviceRequest& request, const PushServices& push_services) {
  push_services.Check(request.device());
  Devices devices(session.db, session.account_id());
  auto device = rpc::Created(request.device());
  device.set_name(rpc::VisibleLine(device.name()));
  device.set_id(NumberFor(session, devices));
  device.set_session_id(session.caller.session_id);
  *device.mutable_create_time() = TimeUtil::MicrosecondsToTimestamp(session.Now());
  *device.mutable_seen_time() = device.create_time();
  Put(session, device);
  // After the row is written: the end of the session, which removes it, either sees the row or is seen here.
  rpc::Revocations::RequireNotRevoked(session);
  return WithoutSecrets(std::move(device));
}

v1::ListDevicesResponse ListDevices(Session& session, const v1::ListDevicesRequest&) {
  Devices devices(session.db, session.account_id());
  const auto refusals = devices.RefusalsOf(session.caller.user_id);
  v1::ListDevicesResponse response;
  for (auto& device : devices.Of(session.caller.user_id)) {
    auto& shown = *response.add_devices() = WithoutSecrets(std::move(device));
    const auto refusal = refusals.find(shown.id());
    if (refusal != refusals.end()) shown.set_problem(ProblemText(refusal->second, session.caller));
  }
  return response;
}

google::protobuf::Empty RemoveDevice(Session& session, const v1::RemoveDeviceRequest& request) {
  const bool removed = Devices(session.db, session.account_id()).Remove(session.caller.user_id, request.device_id());
  if (!removed) throw rpc::NotFound("device", request.device_id());
  return {};
}

}  // namespace voronka::notifier
