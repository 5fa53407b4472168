#pragma once

#include <google/protobuf/empty.pb.h>

#include "foundation/rpc/calls/session.h"
#include "notifier/push/vendors/push_services.h"
#include "voronka/notifier/v1/device.pb.h"

namespace voronka::notifier {

v1::PushSettings GetPushSettings(rpc::Session& session, const v1::GetPushSettingsRequest& request,
                                 const PushServices& push_services);
v1::Device RegisterDevice(rpc::Session& session, const v1::RegisterDeviceRequest& request,
                          const PushServices& push_services);
v1::ListDevicesResponse ListDevices(rpc::Session& session, const v1::ListDevicesRequest& request);
google::protobuf::Empty RemoveDevice(rpc::Session& session, const v1::RemoveDeviceRequest& request);

}  // namespace voronka::notifier
