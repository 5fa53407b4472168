#include "device.h"

#include "request_id.h"
#include "voronka/notifier/v1/device.grpc.pb.h"

using voronka::notifier::v1::Device;
using voronka::notifier::v1::DeviceService;
using voronka::notifier::v1::RegisterDeviceRequest;

grpc::Status RegisterPushToken(const std::shared_ptr<grpc::Channel>& notifier, Session& session,
                               const std::string& token, const std::string& name) {
  const auto service = DeviceService::NewStub(notifier);
  RegisterDeviceRequest request;
  request.set_request_id(NewRequestId());
  request.mutable_device()->set_vendor(voronka::notifier::v1::VENDOR_FCM);
  request.mutable_device()->set_name(name);
  request.mutable_device()->set_address(token);
  Device registered;
  return Call(session, *service, &DeviceService::Stub::RegisterDevice, request, registered);
}
