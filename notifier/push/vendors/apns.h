#pragma once

#include <string>

#include "foundation/process/clock.h"
#include "foundation/security/p256_key.h"
#include "notifier/push/vendors/kept_token.h"
#include "notifier/push/vendors/key_file.h"
#include "notifier/push/vendors/push_http.h"
#include "notifier/push/vendors/vendor.h"
#include "notifier/push/vendors/vendor_endpoint.h"
#include "voronka/config/v1/services.pb.h"

namespace voronka::notifier {

// Native apps on iOS: the Apple Push Notification service, with a provider's token.
class Apns final : public PushVendor {
 public:
  Apns(const config::v1::Apns& configuration, const process::Clock& clock, PushHttp& http);

  void Check(const v1::Device& device, rpc::Violations& violations) const override;
  void Renew(process::Log& log) override { key_.Renew(log); }
  void Send(Push push, PushAnswered answered) override;

 private:
  std::string Token();
  HttpRequest Request(const Push& push, const std::string& token, std::string body) const;
  // What the service says of a push that was sent with this token.
  PushAnswer Read(const HttpAnswer& answer, const std::string& token);

  const config::v1::Apns configuration_;
  const VendorEndpoint endpoint_;
  const std::string ca_file_;
  const process::Clock& clock_;
  PushHttp& http_;
  KeyFile<security::P256PrivateKey> key_;
  KeptToken token_;
};

}  // namespace voronka::notifier
