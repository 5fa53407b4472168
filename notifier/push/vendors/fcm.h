#pragma once

#include <string>

#include "foundation/process/clock.h"
#include "notifier/push/vendors/fcm_access.h"
#include "notifier/push/vendors/fcm_account.h"
#include "notifier/push/vendors/key_file.h"
#include "notifier/push/vendors/push_http.h"
#include "notifier/push/vendors/vendor.h"
#include "notifier/push/vendors/vendor_endpoint.h"
#include "voronka/config/v1/services.pb.h"

namespace voronka::notifier {

// Android with Google services: Firebase Cloud Messaging, HTTP v1.
class Fcm final : public PushVendor {
 public:
  Fcm(const config::v1::Fcm& configuration, const process::Clock& clock, process::Log& log, PushHttp& http);

  void Check(const v1::Device& device, rpc::Violations& violations) const override;
  void Renew(process::Log& log) override { account_.Renew(log); }
  void Send(Push push, PushAnswered answered) override;

 private:
  // Everything but the access.
  struct Message {
    std::string body;
    PushAnswered answered;
  };

  // A token that is refused is exchanged for a new one, once.
  void SendWithToken(Message message, bool may_retry);
  void Ask(const FcmAccess::Grant& grant, Message message, bool may_retry);

  const VendorEndpoint endpoint_;
  const process::Clock& clock_;
  PushHttp& http_;
  KeyFile<FcmAccount> account_;
  FcmAccess access_;
};

}  // namespace voronka::notifier
