#pragma once

#include <string>

#include "foundation/process/clock.h"
#include "notifier/push/vendors/address_guard.h"
#include "notifier/push/vendors/push_http.h"
#include "notifier/push/vendors/vapid.h"
#include "notifier/push/vendors/vendor.h"
#include "voronka/config/v1/services.pb.h"

namespace voronka::notifier {

// Browsers, and UnifiedPush: RFC 8030.
class WebPush final : public PushVendor {
 public:
  WebPush(const config::v1::WebPush& configuration, const process::Clock& clock, PushHttp& http);

  void Check(const v1::Device& device, rpc::Violations& violations) const override;
  void Renew(process::Log& log) override { vapid_.Renew(log); }
  void Send(Push push, PushAnswered answered) override;

  std::string ApplicationServerKey() const { return vapid_.ApplicationServerKey(); }

 private:
  HttpRequest Request(const Push& push, const AddressGuard::Allowed& address, std::string body);

  const process::Clock& clock_;
  PushHttp& http_;
  const AddressGuard guard_;
  Vapid vapid_;
};

}  // namespace voronka::notifier
